/* SHA-256: what FIPS 180-4 and its examples say, and every length around the borders of blocks. */
#include <stdlib.h>

#include "check.h"
#include "govreport.h"

static const char *digest_of(gr_slice bytes) {
  static char text[2 * GR_SHA256 + 1];
  unsigned char digest[GR_SHA256];
  gr_digest_sha256(bytes, digest);
  for (size_t i = 0; i < GR_SHA256; i++) (void)snprintf(text + 2 * i, 3, "%02x", digest[i]);
  return text;
}

static void agrees_with_the_examples(void) {
  static const struct {
    const char *text, *digest;
  } cases[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
       "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("the digest of [%s]", show(slice(cases[i].text)));
    const char *digest = digest_of(slice(cases[i].text));
    CHECK_THAT(strcmp(digest, cases[i].digest) == 0, "%s", digest);
  }
}

static void takes_a_million_bytes(void) {
  enum { MILLION = 1000000 };
  test("a million times a");
  char *text = malloc(MILLION);
  if (text == NULL) abort();
  memset(text, 'a', MILLION);
  const char *digest = digest_of((gr_slice){text, MILLION});
  CHECK_THAT(strcmp(digest, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0") == 0, "%s", digest);
  free(text);
}

/* The digest of all digests of the bytes (7 * i + length) & 255, i from 0, of each length from 0 to 200, one behind the
 * other: as sha256sum has it. */
static void takes_every_length(void) {
  enum { LENGTHS = 201 };
  unsigned char digests[LENGTHS * GR_SHA256];
  test("all lengths below %d", LENGTHS);
  for (size_t length = 0; length < LENGTHS; length++) {
    char *bytes = malloc(length == 0 ? 1 : length);   /* of just its size, so that a step too far is seen */
    if (bytes == NULL) abort();
    for (size_t i = 0; i < length; i++) bytes[i] = (char)(unsigned char)(7 * i + length);
    gr_digest_sha256((gr_slice){bytes, length}, digests + length * GR_SHA256);
    free(bytes);
  }
  const char *digest = digest_of((gr_slice){(const char *)digests, sizeof digests});
  CHECK_THAT(strcmp(digest, "e673d33f6940a6d3856d0d305fd88363ae0ba3b96e2411d8ddd5e0dd443f4525") == 0, "%s", digest);
}

int main(void) {
  agrees_with_the_examples();
  takes_a_million_bytes();
  takes_every_length();
  return check_finish();
}
