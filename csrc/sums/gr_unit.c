/* Units of quantities: a scale and what is counted. 万元 is ten thousand 元, 万条 ten thousand 条. */
#include "base/gr_limits.h"
#include "base/gr_slice.h"

typedef struct gr_scale {
  gr_slice word;
  int32_t zeros;
} gr_scale;

static const gr_scale scales[] = {
    {GR_LITERAL_INIT("百"), 2}, {GR_LITERAL_INIT("千"), 3}, {GR_LITERAL_INIT("万"), 4}, {GR_LITERAL_INIT("亿"), 8},
};

/* The zeros of a unit's scale; `unit` is left with what is counted. A scale alone is a unit of its own. */
static int32_t take_scale(gr_slice *unit) {
  if (gr_slice_equal(*unit, GR_LITERAL("¥"))) *unit = GR_LITERAL("元");
  for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
    if (unit->size > scales[i].word.size && gr_slice_take(unit, scales[i].word)) return scales[i].zeros;
  return 0;
}

gr_slice gr_unit_added(gr_slice unit) {
  gr_slice counted = unit;
  (void)take_scale(&counted);
  return gr_slice_equal(counted, GR_LITERAL("元")) ? unit : counted;
}

gr_status gr_unit_factor(gr_slice from, gr_slice to, gr_decimal *out) {
  int32_t zeros = take_scale(&from) - take_scale(&to);
  if (!gr_slice_equal(from, to)) return GR_UNIT_MIXED;
  gr_decimal factor = {1, zeros < 0 ? -zeros : 0};
  for (int32_t i = 0; i < zeros; i++) factor.mantissa *= 10;
  *out = factor;
  return GR_OK;
}
