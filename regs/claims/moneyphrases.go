package claims

// moneyPhrases are phrases of what is said of money and of what was asked for, in the form of phrases.
var moneyPhrases = []struct {
	entry
	list string
}{
	{entry{class: isBreak, word: "but"}, `and the remainder|rest|balance through|via|by`},
	{entry{class: isFace, face: variance, n: 1}, `fell|falls|fall short of budget|plan`},
	{entry{class: isPlain}, `on our|its behalf; on the board's behalf; on behalf of the? board|us`},
	{entry{class: isBase, face: share}, `of the? available funding|money|resources|budget; of the? funding|money|resources we|it had`},
	{entry{class: isBase, face: ofSpend}, `of the? money|sum|amount that|which? we|it spent; of the? money|sum|amount that|which? the? board|partnership spent; of the? money|sum|amount that was spent; of our spend; of all|everything that? we|it spent; of what the? board|partnership spent`},
	{entry{class: isMove, n: 1, judge: true}, `gain|gains|gained|gaining ground`},
	{entry{class: isMove, n: -1, judge: true}, `lose|loses|lost|losing|yield|yields|yielded ground`},
	{entry{class: isStatus, face: open}, `still|yet to be completed|met|done|implemented|delivered|finished|closed|achieved|fulfilled|actioned|discharged|concluded; still|yet to be carried out; still|yet to be acted on|upon; still|yet to be put into|in practice|effect|place; remain|remains to be carried out; remain|remains to be acted on|upon; remain|remains|remaining to be completed|met|done|implemented|delivered|finished|closed|achieved|fulfilled|actioned`},
}
