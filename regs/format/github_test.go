package format

import (
	"regexp"
	"strings"
	"testing"
)

// command is the grammar of workflow commands: properties and data in which
// nothing is left unescaped.
var command = regexp.MustCompile(`^::(error|warning|notice) ((?:(?:file|line|col|title)=[^,:\r\n]*)(?:,(?:file|line|col|title)=[^,:\r\n]*)*)::([^\r\n]*)$`)

func TestGitHubAnnotations(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(printed(t, GitHubName, checked(t))), "\n")
	want := []string{
		`::error file=reports/2025-26/narrative/é 1.yaml,line=3,col=7,title=4(1)(b) R4-1b-proportion::100%25 of <"Ward" & 'Böard'>, ::error::x ]]> a|b: c. Hint: write it`,
		`::notice file=reports/2025-26/apr.yaml,title=42(4) R42-4-planned-date::no date`,
		`::notice file=reports/2025-26/data/w.xlsx,title=R0-workbook::odd cell (sheet Data, cell I9)`,
		`apr check: Testmoor, 2025/26: 1 of 21 requirements are not met; findings: 1 statutory, 0 guidance, 2 advice; 1 silenced in apr.yaml`,
	}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
	for _, l := range lines[:3] {
		if !command.MatchString(l) {
			t.Errorf("no workflow command: %s", l)
		}
	}
}

func TestGitHubEscapesProperties(t *testing.T) {
	c := checked(t)
	c.Result.Findings[0].Position.File = "a,b:c%\n.yaml"
	first, _, _ := strings.Cut(printed(t, GitHubName, c), "\n")
	if !strings.HasPrefix(first, "::error file=reports/2025-26/a%2Cb%3Ac%25%0A.yaml,line=3") {
		t.Errorf("got %s", first)
	}
}

func TestGitHubShowsTheWorstTen(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(printed(t, GitHubName, many(checked(t), 9))), "\n")
	if len(lines) != 12 || !strings.HasPrefix(lines[0], "::error ") || lines[10] != "::notice title=apr check::and 2 more; the job summary lists them all" {
		t.Errorf("%d lines, the eleventh: %s", len(lines), lines[10])
	}
	// Ten and no more need no notice.
	if text := printed(t, GitHubName, many(checked(t), 7)); strings.Contains(text, " more;") || strings.Count(text, "\n") != 11 {
		t.Errorf("of ten findings:\n%s", text)
	}
}

func TestGitHubSummary(t *testing.T) {
	var b strings.Builder
	if err := GitHubSummary(&b, many(checked(t), 600)); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for _, want := range []string{
		"## Testmoor, 2025/26", "| 4(1)(b) | Proportion spent on each matter | **incomplete** |", "| 9 | ",
		"- **statutory** `reports/2025-26/narrative/é 1.yaml:3:7` 100% of &lt;\"Ward\" &amp; ", `a\|b`,
		"- and 103 more", "### Silenced", "known to finance",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%.3000s", want, text)
		}
	}
	if len(text) > 1<<20 {
		t.Errorf("%d bytes; GitHub takes 1 MiB", len(text))
	}
	b.Reset()
	if err := GitHubSummary(&b, unreadable()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "not checked") || !strings.Contains(b.String(), "reports/apr.yaml:2:1") {
		t.Errorf("of what can't be read:\n%s", b.String())
	}
}

func TestGitHubAnnotatesWhatCannotBeRead(t *testing.T) {
	text := printed(t, GitHubName, unreadable())
	if !strings.HasPrefix(text, "::error file=reports/apr.yaml,line=2,col=1,title=input can't be read::not YAML: 100%25") ||
		!strings.Contains(text, "not checked: 2 problems in the inputs") {
		t.Errorf("got\n%s", text)
	}
}
