package claims

// Projects on which corpora are read.
const (
	onCarrickmoor = "../../examples/carrickmoor"
	onArdenmuir   = "../../examples/ardenmuir"
	onSecond      = "" // which the test makes
)

// corpora are the files of sentences under testdata, on which of the examples they are read, and the
// recall and precision below which TestCorpus fails.
var corpora = []struct {
	file, dir         string
	recall, precision float64
}{
	// Targets, runs over surveys, peaks, multiples, the largest with a rival and what people answered, in other
	// words, written before the code was changed: at first 32 of the 95 wrong ones were found, with 1 false alarm among
	// 95 right ones; traps were added since.
	{"goals.tsv", onCarrickmoor, 0.95, 1}, {"goals-ardenmuir.tsv", onArdenmuir, 0.95, 1},
	// Dense right sentences, by people who hadn't seen the code: of 240 at first 12 were contradicted. Beside
	// them the kinds of these, with other figures.
	{"unseen-62.tsv", onCarrickmoor, 1, 1}, {"unseen-62-ardenmuir.tsv", onArdenmuir, 1, 1},
	{"unseen-63.tsv", onCarrickmoor, 1, 1}, {"unseen-63-ardenmuir.tsv", onArdenmuir, 1, 1},
	{"dense-2.tsv", onCarrickmoor, 0.9, 1}, {"dense-2-ardenmuir.tsv", onArdenmuir, 0.8, 1},
	{"unseen-64.tsv", onCarrickmoor, 1, 1}, {"unseen-64-ardenmuir.tsv", onArdenmuir, 1, 1},
	// Half right, half wrong, by people who hadn't seen the code: at first 76 of the 100 wrong ones were found, with 3 false
	// alarms among 100 right ones; of 73, in long sentences, 35 of 50 with 1, and of 74, read when most kinds of these were
	// mended, 39 of 50 with none.
	{"unseen-71.tsv", onCarrickmoor, 0.72, 1}, {"unseen-71-ardenmuir.tsv", onArdenmuir, 0.92, 1},
	{"unseen-72.tsv", onCarrickmoor, 0.84, 1}, {"unseen-72-ardenmuir.tsv", onArdenmuir, 0.8, 1},
	{"unseen-73.tsv", onCarrickmoor, 0.68, 1}, {"unseen-73-ardenmuir.tsv", onArdenmuir, 0.72, 1},
	{"unseen-74.tsv", onCarrickmoor, 0.92, 1}, {"unseen-74-ardenmuir.tsv", onArdenmuir, 0.64, 1},
	// Right ones, rich in sums, shares, multiples and highs: 2 of 100 were contradicted at first.
	{"unseen-75.tsv", onCarrickmoor, 1, 1}, {"unseen-75-ardenmuir.tsv", onArdenmuir, 1, 1},
	// Half right, half wrong: at first 75 of the 100 wrong ones of 76 and 77 were found, with 2 false alarms among 100 right
	// ones, and of 78, read when most kinds of these were mended, 36 of 50 with none.
	{"unseen-76.tsv", onCarrickmoor, 0.9, 1}, {"unseen-76-ardenmuir.tsv", onArdenmuir, 0.9, 1},
	{"unseen-77.tsv", onCarrickmoor, 0.8, 1}, {"unseen-77-ardenmuir.tsv", onArdenmuir, 0.85, 1},
	{"unseen-78.tsv", onCarrickmoor, 0.8, 1}, {"unseen-78-ardenmuir.tsv", onArdenmuir, 0.68, 1},
	// The same by a third each of chief officers, finance officers and managers, read last: 30 of 50, with none.
	{"unseen-80.tsv", onCarrickmoor, 0.5, 1}, {"unseen-80-ardenmuir.tsv", onArdenmuir, 0.65, 1},
	// Right ones about what is on budget, for the first time or the last, over the year: 5 of 100 were contradicted at first.
	{"unseen-79.tsv", onCarrickmoor, 1, 1}, {"unseen-79-ardenmuir.tsv", onArdenmuir, 1, 1},
	// By performance and finance officers, with many short facts in a row: 39 of 50 wrong ones were found at first, with no
	// right one contradicted. By chief officers and managers of localities, over several years: 38 of 50, with none.
	{"unseen-81.tsv", onCarrickmoor, 0.75, 1}, {"unseen-81-ardenmuir.tsv", onArdenmuir, 0.75, 1},
	{"unseen-82.tsv", onCarrickmoor, 0.8, 1}, {"unseen-82-ardenmuir.tsv", onArdenmuir, 0.68, 1},
	// Right ones about earlier over- and underspends, parts of savings, sums, promises and targets: 3 of 100 were contradicted
	// at first.
	{"unseen-83.tsv", onCarrickmoor, 1, 1}, {"unseen-83-ardenmuir.tsv", onArdenmuir, 1, 1},
	// Right ones meant to mislead: of samples, parts, other times and plans, with figures near to the report's. 4 of 100 were
	// contradicted at first.
	{"unseen-84.tsv", onCarrickmoor, 1, 1}, {"unseen-84-ardenmuir.tsv", onArdenmuir, 1, 1},
	// By analysts, planning officers, clinical leads and heads of finance, with comparisons, ranks and lists: 40 of 50 wrong
	// ones were found at first, and 1 right one contradicted.
	{"unseen-85.tsv", onCarrickmoor, 0.84, 1}, {"unseen-85-ardenmuir.tsv", onArdenmuir, 0.76, 1},
	// By chief officers in forewords, communications officers and managers of localities, some in two short sentences: 36 of 50
	// wrong ones were found at first, and 1 right one contradicted.
	{"unseen-86.tsv", onCarrickmoor, 0.68, 1}, {"unseen-86-ardenmuir.tsv", onArdenmuir, 0.76, 1},
	// Right ones that look like lists, ranks of families, quotations and sentences that go on: 2 of 100 were contradicted at
	// first.
	{"unseen-87.tsv", onCarrickmoor, 1, 1}, {"unseen-87-ardenmuir.tsv", onArdenmuir, 1, 1},
	// Right ones as quotations, in Easy Read, about grades, comparators, gaps, shares and lists: 5 of 100 were contradicted at
	// first.
	{"unseen-88.tsv", onCarrickmoor, 1, 1}, {"unseen-88-ardenmuir.tsv", onArdenmuir, 1, 1},
	// Right ones of samples, parts, other times and places: 3 of 100 were contradicted at first.
	{"unseen-89.tsv", onCarrickmoor, 1, 1}, {"unseen-89-ardenmuir.tsv", onArdenmuir, 1, 1},
	// In the words of published reports, once all before were mended: 41 of 50 wrong ones were found, and no right one contradicted.
	{"unseen-90.tsv", onCarrickmoor, 0.8, 1}, {"unseen-90-ardenmuir.tsv", onArdenmuir, 0.84, 1},
	// Right ones of ranks, reserves, costs and targets of something else than the data have, near to their figures: none of 100
	// was contradicted.
	{"unseen-92.tsv", onCarrickmoor, 1, 1}, {"unseen-92-ardenmuir.tsv", onArdenmuir, 1, 1},
	// By analysts, finance officers, managers and chief officers, with full titles of indicators: 40 of 50 wrong ones were found
	// at first, and no right one contradicted.
	{"unseen-91.tsv", onCarrickmoor, 0.92, 1}, {"unseen-91-ardenmuir.tsv", onArdenmuir, 0.84, 1},
	// Minutes, finance, localities and audit, when those above were mended: 35 of 50 at first, and no right one contradicted.
	{"unseen-93.tsv", onCarrickmoor, 0.64, 1}, {"unseen-93-ardenmuir.tsv", onArdenmuir, 0.76, 1},
	// By chief officers, finance officers and managers of localities, when those above were mended: 42 of 50 at first, and no
	// right one contradicted.
	{"unseen-94.tsv", onCarrickmoor, 0.8, 1}, {"unseen-94-ardenmuir.tsv", onArdenmuir, 0.88, 1},
	// Right ones of parts of the year, teams, single homes, other bodies and plans, near to the data's figures: 1 of 100 was
	// contradicted at first.
	{"unseen-95.tsv", onCarrickmoor, 1, 1}, {"unseen-95-ardenmuir.tsv", onArdenmuir, 1, 1},
	{"unseen-66.tsv", onCarrickmoor, 0.6, 1}, {"unseen-66-ardenmuir.tsv", onArdenmuir, 0.5, 1},
	{"carrickmoor.tsv", onCarrickmoor, 0.95, 1}, {"earlier.tsv", onCarrickmoor, 0.9, 0.97}, {"more.tsv", onCarrickmoor, 0.9, 0.97},
	{"noclaims.tsv", onCarrickmoor, 1, 1}, {"kinds.tsv", onCarrickmoor, 0.9, 1}, {"published.tsv", onCarrickmoor, 0.85, 0.97}, {"tricky.tsv", onCarrickmoor, 0.9, 0.95}, {"second.tsv", onSecond, 0.9, 0.97}, {"second-more.tsv", onSecond, 0.9, 0.97},
	// Written in the rhythm of published reports before the code was run on them: at
	// first 82 of the 128 wrong ones were found, with 14 false alarms.
	{"rhythm.tsv", onCarrickmoor, 0.85, 0.97},
	// Written by somebody who hadn't seen the code. At first 38 of the 60 wrong ones
	// were found, with 4 false alarms; what they showed was corrected since.
	{"unseen.tsv", onCarrickmoor, 0.85, 0.97},
	// Two more of them. The first showed 32 of its 60 wrong ones with 4 false alarms,
	// the second 31 of 40 with 2.
	{"unseen-2.tsv", onCarrickmoor, 0.75, 0.97}, {"unseen-3.tsv", onCarrickmoor, 0.85, 0.97},
	// Written by somebody who hadn't seen the code: at first 26 of its 55 wrong ones were
	// found, with 2 false alarms.
	{"unseen-4.tsv", onCarrickmoor, 0.84, 0.97},
	// In the words of published reports, by somebody who knew the code, each batch before
	// what it showed was corrected: at first 222 of its 328 wrong ones were found, with 1
	// false alarm among 174 right ones; of the last batch, in roundabout words, 8 of 23.
	{"reports.tsv", onCarrickmoor, 0.9, 0.97},
	// Written by somebody who hadn't seen the code, about both examples: at first 26 of
	// the 40 wrong ones were found, with 4 false alarms, all of which are mended.
	{"unseen-5.tsv", onCarrickmoor, 0.75, 1}, {"ardenmuir.tsv", onArdenmuir, 0.55, 1},
	// Right ones speak of what apr doesn't know: groups, sites, other bodies and years,
	// hopes. Before the code was run on them 32 of the 57 wrong ones were found, with 11
	// false alarms among 159 right ones.
	{"scope.tsv", onCarrickmoor, 0.7, 1}, {"scope-ardenmuir.tsv", onArdenmuir, 0.85, 1},
	// The same again, in longer sentences: at first 32 of 38 wrong ones, with 2 false
	// alarms among 103 right ones.
	{"scope-2.tsv", onCarrickmoor, 0.8, 1}, {"scope-2-ardenmuir.tsv", onArdenmuir, 0.75, 1},
	// In the words of committee papers: at first 23 of the 30 wrong ones, with 2 false
	// alarms among 30 right ones.
	{"papers.tsv", onCarrickmoor, 0.8, 1},
	// Of groups and places next to those that the data have: at first 17 of 20, with 4
	// false alarms among 40 right ones.
	{"mixed.tsv", onCarrickmoor, 0.8, 1},
	// Mostly right, in turns that are easily misread: at first 7 of 10, with 3 false alarms
	// among 39 right ones.
	{"turns.tsv", onCarrickmoor, 0.7, 1},
	// Traps such as committees' papers are full of: at first 15 of 16, and no false alarm;
	// and long sentences, at first 25 of 30 with 1.
	{"traps-ardenmuir.tsv", onArdenmuir, 0.9, 1}, {"long.tsv", onCarrickmoor, 0.8, 1},
	// The same on the other example: at first 11 of 12, with 2 false alarms among 36.
	{"traps.tsv", onCarrickmoor, 0.9, 1},
	// Written by somebody who hadn't seen the code, in the long sentences of committee
	// papers, half of the right ones traps: at first 19 of the 40 wrong ones were found,
	// with 2 false alarms.
	{"unseen-6.tsv", onCarrickmoor, 0.6, 1}, {"unseen-6-ardenmuir.tsv", onArdenmuir, 0.8, 1},
	// Written by somebody who hadn't seen the code: at first 21 of the 40 wrong ones were
	// found, with 1 false alarm.
	{"unseen-7.tsv", onCarrickmoor, 0.8, 1}, {"unseen-7-ardenmuir.tsv", onArdenmuir, 0.9, 1},
	// Written by somebody who hadn't seen the code: at first 22 of the 40 wrong ones were
	// found, with 2 false alarms.
	{"unseen-8.tsv", onCarrickmoor, 0.75, 1}, {"unseen-8-ardenmuir.tsv", onArdenmuir, 0.85, 1},
	// Written by somebody who hadn't seen the code, in the voice of chief officers and finance
	// officers: at first 29 of the 90 wrong ones were found, with 3 false alarms among 60
	// right ones.
	{"unseen-9.tsv", onCarrickmoor, 0.7, 1}, {"unseen-9-ardenmuir.tsv", onArdenmuir, 0.75, 1},
	// Four more by people who hadn't seen the code, each about both examples. The first is of
	// constructions as various as they could be made: 24 of its 60 wrong ones were found at
	// first, with 2 false alarms among 40 right ones. The second has the usual sentences of
	// published reports: 43 of 60, with 5 among 40.
	{"unseen-12.tsv", onCarrickmoor, 0.45, 1}, {"unseen-12-ardenmuir.tsv", onArdenmuir, 0.45, 1},
	{"unseen-13.tsv", onCarrickmoor, 0.6, 1}, {"unseen-13-ardenmuir.tsv", onArdenmuir, 0.75, 1},
	// The right ones of the third are what a careless reader would call false: 54 of its 60
	// wrong ones were found, with 13 false alarms among 160 right ones.
	{"unseen-14.tsv", onCarrickmoor, 0.8, 0.95}, {"unseen-14-ardenmuir.tsv", onArdenmuir, 0.8, 0.9},
	// The fourth was read once, when what the others had shown was corrected: 50 of its 60
	// wrong ones were found, with 3 false alarms among 60 right ones.
	{"unseen-15.tsv", onCarrickmoor, 0.75, 1}, {"unseen-15-ardenmuir.tsv", onArdenmuir, 0.75, 0.9},
	// Written by somebody who hadn't seen the code, half of the right ones traps: at first 38 of
	// the 65 wrong ones were found, with 4 false alarms among 65 right ones.
	{"unseen-16.tsv", onCarrickmoor, 0.75, 1}, {"unseen-16-ardenmuir.tsv", onArdenmuir, 0.75, 1},
	// By somebody else again, at first with 38 of 65 and 4 of 65.
	{"unseen-17.tsv", onCarrickmoor, 0.8, 1}, {"unseen-17-ardenmuir.tsv", onArdenmuir, 0.55, 1},
	// And again: 36 of 65, with no false alarm among 65.
	{"unseen-18.tsv", onCarrickmoor, 0.75, 1}, {"unseen-18-ardenmuir.tsv", onArdenmuir, 0.8, 1},
	// By somebody else in the bureaucratic voice: at first 48 of 65, with 4 false alarms among 65.
	{"unseen-20.tsv", onCarrickmoor, 0.85, 1}, {"unseen-20-ardenmuir.tsv", onArdenmuir, 0.85, 1},
	// By somebody else, in the voices of twelve authors: at first 46 of 65, with 2 false alarms among 65.
	{"unseen-21.tsv", onCarrickmoor, 0.7, 1}, {"unseen-21-ardenmuir.tsv", onArdenmuir, 0.65, 1},
	// By somebody else, in eight voices: at first 52 of the 65 wrong ones, with 2 false alarms among 65.
	{"unseen-22.tsv", onCarrickmoor, 0.78, 1}, {"unseen-22-ardenmuir.tsv", onArdenmuir, 0.9, 1},
	// By somebody else, in the constructions of published reports: at first 48 of the 55 wrong ones, with 4
	// false alarms among 55.
	{"unseen-23.tsv", onCarrickmoor, 0.9, 1}, {"unseen-23-ardenmuir.tsv", onArdenmuir, 0.95, 1},
	// The kinds of roundabout sentences about indicators and measures in other words: parentheses of opinion,
	// sentences that go on with the one before, inverted order, labels; written before the code was changed:
	// at first 30 of the 67
	// wrong ones were found, with 3 false alarms among 70 right ones; more were added since.
	{"oblique.tsv", onCarrickmoor, 0.9, 1}, {"oblique-ardenmuir.tsv", onArdenmuir, 0.88, 1},
	// The same kinds once more, when the first were read: at first 29 of the 41
	// wrong ones were found, and no false alarm among 20 right ones; of 38 lures that were added when those were
	// read, 2 were false alarms.
	{"oblique-2.tsv", onCarrickmoor, 0.65, 1}, {"oblique-2-ardenmuir.tsv", onArdenmuir, 0.75, 1},
	// By somebody else again, in roundabout sentences: at first 21 of the 60 wrong ones were found,
	// with 4 false alarms among 60 right ones.
	{"unseen-24.tsv", onCarrickmoor, 0.9, 1}, {"unseen-24-ardenmuir.tsv", onArdenmuir, 0.9, 1},
	// By somebody else, in the rhythm of published reports: at first 46 of the 60 wrong ones were found, with
	// 4 false alarms among 60 right ones.
	{"unseen-25.tsv", onCarrickmoor, 0.8, 1}, {"unseen-25-ardenmuir.tsv", onArdenmuir, 0.8, 1},
	// Of budgets, partners, shares, savings, people and recommendations in roundabout words, by kinds,
	// written before the code was changed: at first 16 of the 69 wrong ones were found, with 11 false
	// alarms among 99 right ones.
	{"budgets.tsv", onCarrickmoor, 0.9, 1}, {"budgets-ardenmuir.tsv", onArdenmuir, 0.9, 1},
	// The same once more in other words when those were read, most of them lures: at first 29 of the 35
	// wrong ones were found, with 8 false alarms among 76 right ones.
	{"budgets-2.tsv", onCarrickmoor, 0.9, 1}, {"budgets-2-ardenmuir.tsv", onArdenmuir, 0.9, 1},
	// And a third time: at first 21 of the 34 wrong ones, with 5 false alarms among 49 right ones.
	{"budgets-3.tsv", onCarrickmoor, 0.85, 1}, {"budgets-3-ardenmuir.tsv", onArdenmuir, 0.85, 1},
	// In six voices, a third of them lures: at first 32 of the 55 wrong ones were found, with 1 false alarm among
	// 75 right ones.
	{"unseen-26.tsv", onCarrickmoor, 0.6, 1}, {"unseen-26-ardenmuir.tsv", onArdenmuir, 0.8, 1},
	// By somebody else, as reports are written: at first 53 of the 60 wrong ones were found, with no false alarm
	// among 60 right ones.
	{"unseen-27.tsv", onCarrickmoor, 0.8, 1}, {"unseen-27-ardenmuir.tsv", onArdenmuir, 0.95, 1},
	// By four who had seen neither code nor other sentences. Of the first two sets 31 and 34 of the 57 wrong ones each
	// were found at first, with 2 and 1 false alarms among 58 right ones, and of the third 41 of 65, with 2 among 65.
	// When the kinds of the first two were read, 36 of the 57 wrong ones of the fourth, with 1 false alarm among 58.
	{"unseen-28.tsv", onCarrickmoor, 0.9, 1}, {"unseen-28-ardenmuir.tsv", onArdenmuir, 0.88, 1},
	{"unseen-29.tsv", onCarrickmoor, 0.9, 1}, {"unseen-29-ardenmuir.tsv", onArdenmuir, 0.88, 1},
	{"unseen-30.tsv", onCarrickmoor, 0.68, 1}, {"unseen-30-ardenmuir.tsv", onArdenmuir, 0.68, 1},
	{"unseen-31.tsv", onCarrickmoor, 0.73, 1}, {"unseen-31-ardenmuir.tsv", onArdenmuir, 0.7, 1},
	// Two sets more, which lean on what the report's other texts say and on the sentence before. Of the first 24 of 60 wrong
	// ones were found at first, with 3 false alarms among 60 right ones; of the second, read when half of the first's kinds
	// were, 31 of 50, with 3 among 50.
	{"unseen-32.tsv", onCarrickmoor, 0.8, 1}, {"unseen-32-ardenmuir.tsv", onArdenmuir, 0.76, 1},
	{"unseen-33.tsv", onCarrickmoor, 0.5, 1}, {"unseen-33-ardenmuir.tsv", onArdenmuir, 0.7, 1},
	// One more in three voices, with more right ones than wrong ones: at first 27 of the 50 wrong ones were found, with 7 false
	// alarms among 70 right ones.
	{"unseen-34.tsv", onCarrickmoor, 0.7, 1}, {"unseen-34-ardenmuir.tsv", onArdenmuir, 0.46, 1},
	// Right ones alone, many of them made to mislead a reader who takes words apart: at first 7 of 220 were contradicted.
	{"unseen-35.tsv", onCarrickmoor, 1, 1}, {"unseen-35-ardenmuir.tsv", onArdenmuir, 1, 1},
	// As published reports read, when the kinds of those before were mended: at first 39 of the 50 wrong ones were found, with 1
	// false alarm among 50 right ones.
	{"unseen-36.tsv", onCarrickmoor, 0.75, 1}, {"unseen-36-ardenmuir.tsv", onArdenmuir, 0.8, 1},
	// Right ones once more, of two or three facts each: at first 11 of 160 were contradicted.
	{"unseen-38.tsv", onCarrickmoor, 1, 1}, {"unseen-38-ardenmuir.tsv", onArdenmuir, 1, 1},
	{"unseen-40.tsv", onCarrickmoor, 1, 1}, {"unseen-40-ardenmuir.tsv", onArdenmuir, 1, 1},
	{"unseen-41.tsv", onCarrickmoor, 0.7, 1}, {"unseen-41-ardenmuir.tsv", onArdenmuir, 0.78, 1},
	{"unseen-42.tsv", onCarrickmoor, 0.85, 1}, {"unseen-42-ardenmuir.tsv", onArdenmuir, 0.85, 1},
	{"unseen-43.tsv", onCarrickmoor, 0.8, 1}, {"unseen-43-ardenmuir.tsv", onArdenmuir, 0.8, 1},
	{"unseen-44.tsv", onCarrickmoor, 0.84, 1}, {"unseen-44-ardenmuir.tsv", onArdenmuir, 0.72, 1},
	{"unseen-45.tsv", onCarrickmoor, 1, 1}, {"unseen-45-ardenmuir.tsv", onArdenmuir, 1, 1},
	{"unseen-46.tsv", onCarrickmoor, 1, 1}, {"unseen-46-ardenmuir.tsv", onArdenmuir, 1, 1},
	{"unseen-47.tsv", onCarrickmoor, 0.9, 1}, {"unseen-47-ardenmuir.tsv", onArdenmuir, 0.84, 1},
	// At first 34, 33, 37 and 36 of 50, with 4, 2, 2 and 2 false alarms.
	{"unseen-53.tsv", onCarrickmoor, 0.6, 1}, {"unseen-53-ardenmuir.tsv", onArdenmuir, 0.84, 1},
	{"unseen-52.tsv", onCarrickmoor, 0.7, 1}, {"unseen-52-ardenmuir.tsv", onArdenmuir, 0.72, 1},
	{"unseen-50.tsv", onCarrickmoor, 0.6, 1}, {"unseen-50-ardenmuir.tsv", onArdenmuir, 0.64, 1},
	{"unseen-48.tsv", onCarrickmoor, 0.68, 1}, {"unseen-48-ardenmuir.tsv", onArdenmuir, 0.76, 1},
	{"unseen-39.tsv", onCarrickmoor, 0.8, 1}, {"unseen-39-ardenmuir.tsv", onArdenmuir, 0.8, 1},
	{"unseen-37.tsv", onCarrickmoor, 1, 1}, {"unseen-37-ardenmuir.tsv", onArdenmuir, 1, 1},
	// Right ones alone, dense, each of two to four facts: at first 10 and 6 of 120 were contradicted.
	{"unseen-60.tsv", onCarrickmoor, 1, 1}, {"unseen-60-ardenmuir.tsv", onArdenmuir, 1, 1},
	{"unseen-61.tsv", onCarrickmoor, 1, 1}, {"unseen-61-ardenmuir.tsv", onArdenmuir, 1, 1},
	// The kinds that these showed in other words, right and wrong, written before the code was changed.
	{"dense.tsv", onCarrickmoor, 0.8, 1}, {"dense-ardenmuir.tsv", onArdenmuir, 0.8, 1},
	// By somebody else, in plain sentences: at first 57 of the 65 wrong ones, with 1 false alarm among 65.
	{"unseen-19.tsv", onCarrickmoor, 0.9, 1}, {"unseen-19-ardenmuir.tsv", onArdenmuir, 0.95, 1},
	// Without figures: which way something went, targets, records, comparisons and over- and
	// underspends in other words than before, and lures beside them; written before the code was
	// changed: at first 89 of the 211 wrong ones were found, with 7 false alarms among 255 right ones.
	{"turned.tsv", onCarrickmoor, 0.8, 1}, {"turned-ardenmuir.tsv", onArdenmuir, 0.75, 1},
	// The same in other words once the first were read, and many lures: before either was read 26 of
	// the 61 wrong ones were found, with 10 false alarms among 168 right ones.
	{"turned-2.tsv", onCarrickmoor, 0.75, 1}, {"turned-2-ardenmuir.tsv", onArdenmuir, 0.9, 1},
	// Once more, in longer sentences: at first 54 of the 110 wrong ones were found, with 3 false alarms
	// among 113 right ones.
	{"turned-3.tsv", onCarrickmoor, 0.68, 1}, {"turned-3-ardenmuir.tsv", onArdenmuir, 0.65, 1},
	// Places, runs, shares, targets, budgets, days and surveys in other words than before, and
	// traps beside them when those were read; written before the code was changed: at first 15 of the 47 wrong ones
	// were found, with 2 false alarms among 84 right ones.
	{"ways.tsv", onCarrickmoor, 0.75, 1}, {"ways-ardenmuir.tsv", onArdenmuir, 0.9, 1},
	// Mostly right, of parts, groups, the others, other limits and sites beside those that the
	// data have; written before the code was changed, in five batches: at first 36 of the 56
	// wrong ones were found, with 39 false alarms among 418 right ones.
	{"lures-2.tsv", onCarrickmoor, 0.6, 1}, {"lures-2-ardenmuir.tsv", onArdenmuir, 0.7, 1},
	// Mostly right, of parts of the year, other plans, corrected figures, areas that do better
	// and what an earlier year was beside now; written before the code was changed: at first
	// 10 of the 19 wrong ones were found, with 19 false alarms among 157 right ones.
	{"moments.tsv", onCarrickmoor, 0.8, 1}, {"moments-ardenmuir.tsv", onArdenmuir, 0, 1},
	// The same things by other words, written before the code was changed.
	{"paraphrases.tsv", onCarrickmoor, 0.85, 1}, {"paraphrases-ardenmuir.tsv", onArdenmuir, 0.9, 1},
	// Constructions that ended the reading of the sentences before, in other words, in four
	// batches, each written before the code was changed: at first 57 of the 100 wrong ones
	// were found, with 16 false alarms among 191 right ones.
	{"constructions.tsv", onCarrickmoor, 0.85, 1}, {"constructions-ardenmuir.tsv", onArdenmuir, 0.9, 1},
	// In the voice of chief officers and finance officers, by kinds of construction, written
	// before the code was changed: at first 25 of the 77 wrong ones were found, with 5 false
	// alarms among 71 right ones.
	{"voices.tsv", onCarrickmoor, 0.9, 1},
	// The same voice in other constructions, on both examples, when those were read: at first
	// 25 of the 49 wrong ones were found, and no false alarm among 37 right ones.
	{"voices-2.tsv", onCarrickmoor, 0.75, 1}, {"voices-ardenmuir.tsv", onArdenmuir, 0.7, 1},
	// Lures beside what was read by then, and the same things once more: at first 19 of 26,
	// with 4 false alarms among 44 right ones.
	{"voices-3.tsv", onCarrickmoor, 0.7, 1},
	// Figures of one sentence held against each other, and traps next to them.
	{"within.tsv", onCarrickmoor, 0.85, 1},
	// The size of a change, a part, an amount a head beside the two figures that it is made
	// of, whatever they are of; written before the code was changed: at first 3 of the 17
	// wrong ones were found.
	{"figures.tsv", onCarrickmoor, 0.95, 1},
	// Of years, counts, services and over- and underspends beside those that the data have;
	// written before the code was changed, in three batches: at first all 8 wrong ones were
	// found, with 16 false alarms among 34 right ones.
	{"lures.tsv", onCarrickmoor, 0.95, 1}, {"wholes.tsv", onCarrickmoor, 1, 1},
	// Short sentences as analysts and locality managers write them: labels with their ranks,
	// pounds in every ten, gaps, runs, shares, multiples. Written before the code was changed:
	// at first 28 of the 76 wrong ones were found, with 2 false alarms among 67 right ones.
	{"lists.tsv", onCarrickmoor, 0.9, 1}, {"lists-ardenmuir.tsv", onArdenmuir, 0.9, 1},
	// The same kinds in other words, after the first were read: at first 20 of the 29 wrong
	// ones were found, with 1 false alarm among 32 right ones; two traps were added since.
	{"lists-2.tsv", onCarrickmoor, 0.85, 1}, {"lists-2-ardenmuir.tsv", onArdenmuir, 0.8, 1},
	// Written by somebody who hadn't seen the code, as analysts and locality managers write:
	// at first 44 of the 90 wrong ones were found, with 3 false alarms among 60 right ones.
	{"unseen-10.tsv", onCarrickmoor, 0.85, 1}, {"unseen-10-ardenmuir.tsv", onArdenmuir, 0.85, 1},
	// Written by somebody who hadn't seen the code: at first 19 of the 40 wrong ones were
	// found, with 1 false alarm among 40 right ones.
	{"unseen-11.tsv", onCarrickmoor, 0.8, 1}, {"unseen-11-ardenmuir.tsv", onArdenmuir, 0.8, 1},
	// All subjects by the names that staff, councillors and carers have for them, with other
	// verbs, numbers in words and units, written before the code was changed: at first 13 of the
	// 82 wrong ones were found, and no false alarm among 70 right ones.
	{"names.tsv", onCarrickmoor, 0.7, 1}, {"names-ardenmuir.tsv", onArdenmuir, 0.85, 1},
	// The same in other words once the first were read, with traps beside them: at first 17 of the
	// 45 wrong ones were found, with 5 false alarms among 58 right ones.
	{"names-2.tsv", onCarrickmoor, 0.35, 1}, {"names-2-ardenmuir.tsv", onArdenmuir, 0.6, 1},
	// Once more: at first 13 of the 30 wrong ones were found, with 1 false alarm among 32.
	{"names-3.tsv", onCarrickmoor, 0.55, 1},
	// With figures in words, fractions, multiples, sums and exchanged amounts, by people's names of
	// subjects, and in the voice of officials, written before the code was changed: at first 57 of
	// the 79 wrong ones were found, and no false alarm among 27 right ones.
	{"officials.tsv", onCarrickmoor, 0.85, 1}, {"officials-ardenmuir.tsv", onArdenmuir, 0.85, 1},
	// The same once more in other words, with the traps that the first showed: at first 50 of 81, with
	// 2 false alarms among 23 right ones.
	{"officials-2.tsv", onCarrickmoor, 0.85, 1}, {"officials-2-ardenmuir.tsv", onArdenmuir, 0.85, 1},
	// And in the words of tables and performance reports, of people who tell neighbours of them, in
	// labels with figures, and of the shares of the money, in five batches: at first 153 of 218, with 4
	// false alarms among 39.
	{"officials-3.tsv", onCarrickmoor, 0.8, 1}, {"officials-3-ardenmuir.tsv", onArdenmuir, 0.85, 1},
	// All right, in the words of the three before: parts of other overspends, other budgets, groups,
	// sites, months. At first 4 of the 201 were false alarms, and 3 more when those were read.
	{"lures-4.tsv", onCarrickmoor, 1, 1}, {"lures-4-ardenmuir.tsv", onArdenmuir, 1, 1},
	// All right: other groups, places and times, each with a figure that the data have of another
	// year. At first 16 of the 50 were false alarms.
	{"lures-3.tsv", onCarrickmoor, 1, 1},
	// Sums behind lists, units a thousand times too small or large, shares of the people and of partners' money, how fast the
	// spending of localities grew, and parts of amounts; nearly all written before the code was changed: at first 21 of the 80 wrong ones
	// were found, with 3 false alarms among 114 right ones.
	{"sums.tsv", onCarrickmoor, 0.95, 1}, {"sums-ardenmuir.tsv", onArdenmuir, 0.95, 1},
}
