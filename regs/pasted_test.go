package regs

import (
	"fmt"
	"strings"
	"testing"

	"apr/internal/rounds"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// What other programs and dialects write, and a report would print as it stands, is
// found at its place; words that only look like it aren't.
func TestWhatWouldBePrintedRawIsFound(t *testing.T) {
	for _, c := range rounds.Few(t, []struct{ text, want string }{
		{"We put **Home first and went on.", "10:12"},
		{"We put ** Home first ** and went on.", "10:12"},
		{"**Note:**read this", "10:5"},
		{"We put __Home first and went on.", "10:12"},
		{"One *two* **three** and **four.", "10:29"},
		{"We ~~never~~ always went on.", "10:8"},
		{"e^x^ and x~i~", "10:6"},
		{"10^-3^ of it", "10:7"},
		{"- [x] done\n- [ ] to do", "10:7"},
		{"* [X] done", "10:7"},
		{"1. [ ] to do", "10:8"},
		{"+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+", "10:5"},
		{"Ward   Beds\n-----  ----\nA      12", "11:5"},
		{"Ward\tBeds\nA\t12", "10:5"},
		{"We have\n\nWard\tBeds\nA\t12\nB\t13", "12:5"},
		{"| Ward | Beds |\n| A | 12 |", "10:5"},
		{"Ward | Beds\nA | 12\nB | 13", "10:5"},
		{"Table: Beds by ward\n\nThere were twelve.", "10:5"},
		{"Table: Beds by ward", "10:5"},
		{"![The ward](pictures/our ward.xyz abc)", "10:5"},
		{"[The plan](plans/our plan)", "10:5"},
		{"(The plan)[https://a.scot/plan]", "10:5"},
		{"Our year {#year} was good", "10:14"},
		{"## Our year {#year}", ""},
		{"Table: Our year {#year}\n\n| a | b |\n|---|---|\n| 1 | 2 |", ""},
		{"Words {.important} here", "10:11"},
		{"Adults • Children • Carers", "10:12"},
		{"\\newpage", "10:5"},
		{"One.\n\n\\pagebreak\n\nTwo.", "12:5"},
		{"[TOC]", "10:5"},
		{"We had {value \"NI12\"} of them", "10:12"},
		{"We spent {spend “4(2)(c)”} on it.", "10:14"},
		{"It rose ^1^ again", "10:13"},
		{"We put ___Home first and went on.", "10:12"},
		{"We put _Home first and went on.", "10:12"},
		{"Ward;Beds;Cost\nA;12;10\nB;14;12", "10:5"},
		{"§ one\n§ two", "10:5"},
		{"– one\n– two", "10:5"},
		{"It was ==very== good", "10:12"},
		{"It was ++very++ good", "10:12"},
		{"We put *Home first and went on.", "10:12"},
		{"We put *Home first* and went on (*so*).", ""},
		{"Open to all in the C++ and C++ group; 1 ++ 2 ++ 3.", ""},
		{"*Provisional until the accounts are audited.", ""},
		{"a) one\nb) two\nc) three", "10:5"},
		{"(a) one\n(b) two", "10:5"},
		{"(i) one\n(ii) two", "10:5"},
		{"-one\n-two\n-three", "10:5"},
		{"*one\n*two", "10:5"},
		{"##Our year", "10:5"},
		{"#Our year", "10:5"},
		{"The partnership&rsquo s year", "10:20"},
		{"One&nbsp", "10:8"},
		{"One&#8217 two", "10:8"},
		{"Our year was one in which we did a great deal for very many people, and it is told here in the words of those who did it and of those who asked for it.\n---\n\nMore.", "10:5"},
		{"One.\n\n    Indented **bold** text", "12:9"},
		{"2025. That was the year.", "10:5"},
		{"### [The plan](our plan.pdf)", "10:9"},
		{"Words\n• one", "11:5"},
		{"a)\tone\nb)\ttwo", "10:5"},
		{"Ward      Beds    Staff\nA         12      3\nB         4       5", "10:5"},
		{"1. One\n1.1 Two\n1.2 Three", "11:5"},
		{"> [!NOTE]\n> Remember.", "10:7"},
		{"Well done :tada: all", "10:15"},
		{"It grew by $x^2$ a year", "10:16"},
		{"See \\textbf{this}", "10:9"},
		{"Text <!-- open", "10:10"},
		{"Text <!-- note --> more", ""},
		{"It cost $5 and $6, at 9:30: then:", ""},
		{"1.2 million people\n3.4 million pounds", ""},
		{"One.   Two.\nThree.", ""},
		{"See [@smith2020] and @fig-beds.", "10:9"},

		{"It cost £5* in all.", ""},
		{"We met; they spoke; we left.\nThey met; we spoke; all left.", ""},
		{"We asked one thing –\nand got it.", ""},
		{"A {note} and {two}", ""},
		{"5 * 3 and 2 ** 3", "10:17"},
		{"A \\*\\*note\\*\\*", ""},
		{"`**code**` and `- [x]`", ""},
		{"**Home** *first* ***both*** __and__ _on_", ""},
		{"snake_case__name and a __ b", ""},
		{"about ~5 and ~6, x ^ y", ""},
		{"- one\n- [two](https://a.scot)\n- [three] four", ""},
		{"Table: Beds\n\n| a | b |\n|---|---|\n| 1 | 2 |", ""},
		{"| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: Beds", ""},
		{"He said a | b once.", ""},
		{"[sic] (as they said)", ""},
		{"[The plan](https://a.scot) ![Ward](<our ward.png>)", ""},
		{"Tel • Mail", ""},
		{"a) only one", ""},
		{"#WeAreCare", ""},
		{"Heading\n---\n\nMore.", ""},
		{"One.\n\n    Indented text", ""},
		{"{{ value \"NI12\" }} and \\{#x}", ""},
		{"7. That was the seventh.", ""},
		{"Write to jean@smith.scot", ""},
		{"```\n**code**\n```", ""},
		{"One.\n---\nTwo.", ""},
		{"[Slàinte]{lang=gd}\n\n::: {lang=gd}\nSlàinte.\n:::", ""},
	}) {
		r := complete(2018)
		r.Narrative.Reg5.Assessment = yamlpos.NewText(c.text, source.Position{File: "n.yaml", Line: 10, Column: 5})
		var got []string
		for _, f := range findingsOf(r, "R0-pasted") {
			got = append(got, fmt.Sprintf("%d:%d", f.Position.Line, f.Position.Column))
			if f.Hint == "" {
				t.Errorf("%q: no hint with %q", c.text, f.Message)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
