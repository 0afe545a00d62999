/* Every limit of the core: value, unit, reason. */
#ifndef GR_LIMITS_H
#define GR_LIMITS_H

/* bytes: offsets are kept in 32 bits; the largest page seen is under 1 MB. */
#define GR_MAX_INPUT ((size_t)256 << 20)
#define GR_MAX_INPUT_HARD ((size_t)1 << 30)

/* bytes that one object may hold: four times the largest input by default. */
#define GR_MAX_MEMORY ((size_t)1 << 30)

/* tables of a form, rows or columns of a table, fields or sections of a form: the largest known form has 60 rows. */
#define GR_MAX_TABLES 64
#define GR_MAX_AXIS 512
#define GR_MAX_NAMES 256

/* columns of a table in a page, and bytes of text in one of its cells: what has more lays out the page. */
#define GR_MAX_COLUMNS 256
#define GR_MAX_CELL_TEXT 2048

/* bytes of a cell's text: longer ones are prose and unreadable as a number. */
#define GR_MAX_CELL 256

/* significant digits of a number: what a double holds exactly, so that no consumer loses one. */
#define GR_MAX_DIGITS 15
#define GR_MAX_MANTISSA INT64_C(999999999999999)

/* terms of a sum in a system of sums: so many numbers of 15 digits add up within 63 bits. */
#define GR_MAX_TERMS 4096

/* atoms of a stretch of text that is aligned with the rows of a form, and states of its lattice: the widest real one, a
 * whole report without a seed, has 2,000 and 60,000. */
#define GR_MAX_ALIGN_ATOMS 8192
#define GR_MAX_ALIGN_NODES ((size_t)1 << 20)
#define GR_MAX_ALIGN_COST 100000

/* pages of a document, and words or lines drawn on all of them: the longest budgets have hundreds of pages of 1,000. */
#define GR_MAX_PAGES 65536
#define GR_MAX_BOXES ((size_t)1 << 21)

/* hundredths of a point: how far from the corner of its page something can stand; no format has pages of 200 inches. */
#define GR_MAX_PLACE 10000000

/* lines of a page in one direction, those that lie on each other as one, and places of a grid that they make: what has
 * more is a drawing. Each is compared with all across. */
#define GR_MAX_STROKES 512
#define GR_MAX_PLACES 65536

/* bytes of text between two counts of its characters: what a column costs to find. */
#define GR_COUNT_STEP 1024

/* bytes of the input between two checkpoints that lead from decoded text back to it: half of them are decoded again for
 * each place, and every cell, claim and finding has one. */
#define GR_CHECKPOINT 256

/* bytes by which UTF-16 is told: thousands of characters. */
#define GR_UNITS_SAMPLE 4096

/* one replaced piece in so many characters beyond ASCII is borne: with more of them the encoding is another one. */
#define GR_REPLACED_RATIO 20

/* bytes at the start of a page in which it is looked for what the page declares: browsers take 1024, pages more. */
#define GR_DECLARATION 4096

/* pieces of 1 KiB, each from its first byte beyond ASCII on, by which the encoding is told: thousands of characters. */
#define GR_SAMPLE_PIECES 16
#define GR_SAMPLE_PIECE 1024

/* characters beyond ASCII by which text is told that was decoded wrongly before it was saved. */
#define GR_MOJIBAKE_SAMPLE 1024

/* characters of a shingle: shorter ones occur in any text, longer ones are all lost with a single change. */
#define GR_SHINGLE 5

/* counters of shingles, of four bytes: those of ten thousand reports find room, and of a million, 64 MB are enough to
 * tell what is common. */
#define GR_MAX_COUNTERS ((size_t)1 << 24)

/* bytes of a word that is looked for: what one position of a text can cost; the longest known has 150. */
#define GR_MAX_WORD 1024

/* characters of all words of a set that are not shared by their beginnings: those of all forms together are 20,000. */
#define GR_MAX_WORD_CHARACTERS ((size_t)1 << 22)

#endif
