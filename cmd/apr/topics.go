package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"apr/finance"
	"apr/indicators"
	"apr/internal/law"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/wording"
)

// topic is what 'apr help NAME' prints.
type topic struct {
	name, short string
	// text isn't made before it is asked for: it reads tables that most commands don't need.
	text func() string
	// list is what help prints behind it, and man pages don't, for it is long; nil for nothing.
	list func() string
}

func topics() []topic {
	return []topic{
		{"exit-codes", "What the exit codes mean", exitCodesTopic, nil},
		{"narrative", "How texts refer to figures, and what is allowed in them", narrativeTopic, nil},
		{"mapping", "How ledger lines are classified", mappingTopic, nil},
		{"measures", "How local measures are read, rated and escalated", measuresTopic, nil},
		{"language", "Reports in another language, and all of apr's words that they need", languageTopic, allWords},
	}
}

// newTopics are the topics as commands without work of their own.
func newTopics() []*cobra.Command {
	var list []*cobra.Command
	for _, t := range topics() {
		c := &cobra.Command{Use: t.name, Short: t.short}
		c.SetHelpFunc(func(c *cobra.Command, args []string) {
			c.Long = t.text()
			if t.list != nil {
				c.Long += "\n\n" + t.list()
			}
			c.Parent().HelpFunc()(c, args)
		})
		list = append(list, c)
	}
	return list
}

// newHelp is apr help, for commands and topics. What is neither is a mistake of
// the command line.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND | TOPIC]",
		Short: "Explain a command or a topic",
		Long: `help explains a command as --help does, or one of the topics that 'apr help'
lists at its end.`,
		Example: "  $ apr help build\n  $ apr help mapping",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var names []string
			for _, c := range cmd.Root().Commands() {
				if !c.Hidden {
					names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
				}
			}
			return beginning(names, typed), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err == nil && len(rest) == 0 {
				found.InitDefaultHelpFlag()
				return found.Help()
			}
			var names []string
			for _, c := range cmd.Root().Commands() {
				names = append(names, c.Name())
			}
			hint := "'apr help' lists what there is"
			if n := source.Nearest(args[0], names); n != "" {
				hint = fmt.Sprintf("did you mean %q?", n)
			}
			return usagef("no command or topic is called %q; %s", strings.Join(args, " "), hint)
		},
	}
}

func exitCodesTopic() string {
	return `apr ends with one of these codes:

  0  done, and clean
  1  findings at or above --fail-on, build refused, or verify found differences; they
     have been printed
  2  the command line is wrong; the message says what was expected
  3  an input can't be read, or apr itself failed; nothing was written

A finding is about the report: something that the law, guidance or apr would have
otherwise. --fail-on says from which level on findings fail: statutory, the default,
guidance or advice. apr build --draft doesn't fail on findings; it lists them in the
draft. Data goes to stdout and everything else to stderr, so a pipeline may keep the
one and show the other.

Where several projects are built or checked at once the worst code counts: 3, then
1, then 0.

  apr check --format json > findings.json || echo "not yet: $?"`
}

// narrativeTopic is made from the table of functions that evaluates them.
func narrativeTopic() string {
	var b strings.Builder
	b.WriteString(`The texts of narrative/*.yaml are Markdown: paragraphs, headings, lists, tables,
links, footnotes and pictures with a description; HTML isn't allowed, but for <br>,
which breaks a line. A line "Table: …" before a table is its caption, and no head of a
column or row may be empty.

What is pasted becomes what was meant where that is certain: Word's bullets become
lists, rows with tabs below a caption a table, H~2~O is H₂O, and blanks in the path of
a picture do no harm. Other marks that would be printed as they stand (stars that end
no bold words, boxes to tick, tables drawn with dashes) are told by apr check, as is
what YAML takes away: what follows " #" in a text without quotes, and paragraphs after
">". Begin each text with "|".

Words in another language than the report's are marked, so that they are read out
as what they are: [Slàinte mhath]{lang=gd}. So are paragraphs, between a line
"::: {lang=gd}" and a line ":::". gd is Scottish Gaelic, sco Scots, pl Polish. For
Arabic, Chinese and other scripts apr.yaml names a font under fonts.

Boxes stand where they are written, between a line that names their kind and a line of
colons; what else there is to say is between braces. A box can't be in another.

  ::: {.spotlight title="Link workers"}
  A link worker listens first.
  :::

spotlight and case-study have a title, you-said-we-did may. A quotation says whose
words they are: ::: {.quotation by="a carer in Glenside"}, or a last paragraph that
begins with a dash. tiles are a list, each item with a figure and what it is; a number
that isn't a reference is in bold and names its source. .change has tiles show how
their indicators have changed. Tiles in the text of the year at a glance take the
place of the money there.

  ::: {.tiles .change}
  - {{ value "NI12" }} emergency admissions per 100,000 people
  - **1,240** people saw a link worker. Source: link workers, March 2026
  :::

Pictures are as large as they are, and no wider than the text, or as wide as they say:
![A ward](pictures/ward.png){width=50%}. {.left} and {.right} have them stand beside
the text that follows. Up to four in one paragraph, or between "::: row" and ":::",
are next to each other. One with a link, such as a film's, is named by its description:
[![Watch the film](pictures/film.png)](https://example.org/film).

No figure needs to be typed. A reference in a text is replaced by the figure, and
the report says of it which cell or ledger lines it came from. One that names
something unknown is an error with its place. These can be called (what stands in
brackets may be left out):

`)
	for _, f := range reference.Functions() {
		fmt.Fprintf(&b, "  %s\n", f.Usage())
		for _, line := range wording.Wrap(f.Meaning, 76) {
			fmt.Fprintf(&b, "      %s\n", line)
		}
		fmt.Fprintf(&b, "      %s gives %s\n\n", f.Example, f.Result)
	}
	b.WriteString("Two stand for places of the report and not for figures:\n\n")
	for _, f := range reference.Places() {
		fmt.Fprintf(&b, "  %s\n", f.Usage())
		for _, line := range wording.Wrap(f.Meaning, 76) {
			fmt.Fprintf(&b, "      %s\n", line)
		}
		fmt.Fprintf(&b, "      %s gives %s\n\n", f.Example, f.Result)
	}
	b.WriteString("[words](#workforce) is a link there with words of your own. One that leads nowhere\nis an error with its place.\n\n")
	b.WriteString("INDICATOR is " + indicators.Suite() + ` and YEAR a financial year such as 2025/26, the reporting
year where it is left out. NAME is "total", a matter such as "4(2)(c)", a funding
("delegated", "set-aside", "hosted"), a partner, care group, locality or service; a
prefix tells two of the same name apart: "service: Older people". MEASURE is the id of
a local measure ('apr help measures').

While the report is a draft a reference may wait for its value. Where braces are
meant as such, write \{{.

A text that begins with STUB: is still to be written, one that begins with LAST YEAR:
to be brought up to date; both count as missing.`)
	return b.String()
}

func mappingTopic() string {
	var b strings.Builder
	b.WriteString(`Ledgers are read as the partners' finance systems write them. apr.yaml says under
finance which column is which and what each line is for.

Columns. Under columns the names on the left are apr's, those on the right the
file's headers. amount is needed, or debit and credit; plan gives the planned spend
of the same lines, and locality a locality by its name. Where amounts have no sign and
a column of their own says Dr or Cr, D or C, map it as dr_cr: credits are taken off.
Every other name, such as cost_centre, account or description, is free: rules can
test it.

Rules. Each line takes each thing (matter, service, care group, locality or
apportionment, funding) from the first rule that matches the line and names that
thing. So an early rule may say what a cost centre is, and a later one where:

  rules:
    - when: {cost_centre: 40000-40999|41*, account: "5*"}
      matter: 4(2)(c)
      service: Care homes
    - when: {description: "*north*"}
      locality: North
    - when: {partner: "*"}
      apportion: population

A condition is alternatives separated by |, each a text with * and ?, or a range
such as 4000-4999 with both ends in it. Case doesn't count. All conditions of a rule
must hold.

A mapping has the same in a spreadsheet. 'apr finance suggest --format xlsx' writes the
cost centres with lists to choose from; once filled in, an item "- mapping:
data/mapping.xlsx" among the rules has each of its rows count as a rule, in this place.
Its codes are texts, not patterns. A CSV file with the same heads does as well.

Where a ledger gives localities by code, say so under localities: codes: [L01, L02].

Lines that aren't the authority's, which regulation 4(1)(a) isn't about, are excluded by
a rule that says why, and nothing else: exclude: Hosted for another authority. The first
rule that matches a line and names a matter or excludes decides. 'apr finance' shows how
many they are and what they come to.

The matters of regulation 4(2); each line belongs to one of them:

`)
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	usual := map[finance.Matter]string{
		finance.Inpatient:       "wards; the set-aside for large hospitals",
		finance.OtherHealth:     "community health, A&E, outpatients, GP and prescribing",
		finance.CareHome:        "care homes, adult placement",
		finance.UnpaidCarers:    "carers' support, short breaks, carers' budgets",
		finance.OtherSocialCare: "care at home, day care, direct payments, assessment",
	}
	for _, m := range finance.Matters {
		fmt.Fprintf(w, "  %s\t%s\t%s\n", m, law.Latest().MatterTitle(string(m)), usual[m])
	}
	_ = w.Flush() // to memory
	b.WriteString(`
Key care groups, 4(2)(f), cut across them and are never added in. What no rule gives
a matter is unclassified: 'apr finance' lists the largest cost centres of it.

Apportionments share what belongs to no single locality; their shares sum to 100 and
their method is printed in the report.

Transfers. What one partner pays to another, such as resource transfer, stands in two
ledgers. Name both sides, and it is counted once: what arrives as income cancels what
left, and what arrives as spend counts where it is spent. The sums must agree to the
penny; else apr check gives both, and both are counted.

  transfers:
    - name: Resource transfer
      from: {partner: NHS Moorland, account: "7100"}
      to: {partner: Carrickmoor Council, cost_centre: RT*}

Earlier years come from the table under history, with the columns year, measure
(spend, plan or funding), dimension (total, matter, locality or care group), item and
amount. 'apr init' writes its rows without amounts, and 'apr init --from' with those of
last year's project; a row without an amount is told and isn't zero. In its place
history may name last year's published tables.csv or tables.xlsx, or the folder of last
year's project: each amount is taken from there to the penny.`)
	return b.String()
}
