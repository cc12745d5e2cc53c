package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"apr/regs/format"
)

// TestPipelinesOfTheREADME asks that its jobs are YAML and call apr as it is.
func TestPipelinesOfTheREADME(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	yamlBlock := regexp.MustCompile("(?s)```yaml\n(.*?)```")
	// aprLine is a call of apr in a pipeline, up to a redirection.
	aprLine := regexp.MustCompile(`(?m)(?:run:|-) (apr [^>|\n]*)`)
	blocks, calls := 0, 0
	for _, block := range yamlBlock.FindAllSubmatch(readme, -1) {
		blocks++
		var content map[string]any
		if err := yaml.Unmarshal(block[1], &content); err != nil {
			t.Errorf("%v in\n%s", err, block[1])
		}
		for _, line := range aprLine.FindAllSubmatch(block[1], -1) {
			calls++
			if err := understood(string(line[1])); err != nil {
				t.Errorf("%s: %v", line[1], err)
			}
		}
	}
	if blocks < 3 || calls < 4 {
		t.Errorf("found %d blocks and %d calls of apr; want 3 and 4 at least", blocks, calls)
	}
}

// understood is the error that a command line would end with before its work.
func understood(line string) error {
	arguments := strings.Fields(strings.NewReplacer(`"`, "", "'", "").Replace(line))
	started := false
	cmd, rest, err := newRoot(quiet(), &started).Find(arguments[1:])
	if err == nil {
		err = cmd.ParseFlags(rest)
	}
	if err == nil {
		err = cmd.ValidateArgs(cmd.Flags().Args())
	}
	if err == nil && cmd.Name() == "check" {
		err = oneOf("format", cmd.Flag("format").Value.String(), format.Names...)
	}
	return err
}

// TestPowerShellOfTheREADME asks that each command of the page is there for
// PowerShell too, that apr understands it, and that completion is loaded as its
// help says. No PowerShell runs it.
func TestPowerShellOfTheREADME(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	powerShellBlock := regexp.MustCompile("(?s)```powershell\n(.*?)```")
	// aprCommand is a call of apr in PowerShell, up to a pipe or a redirection.
	aprCommand := regexp.MustCompile(`(?m)(?:^|')(apr [^>|\n]*)`)
	// unixCommand is a command of a block for Unix shells.
	unixCommand := regexp.MustCompile(`(?m)^    ((?:apr|go|mkdir) .*)`)
	blocks := powerShellBlock.FindAllSubmatch(readme, -1)
	if len(blocks) != 1 {
		t.Fatalf("%d blocks for PowerShell; want 1", len(blocks))
	}
	block := string(blocks[0][1])
	for _, line := range aprCommand.FindAllStringSubmatch(block, -1) {
		if err := understood(line[1]); err != nil {
			t.Errorf("%s: %v", line[1], err)
		}
	}
	for line := range strings.Lines(block) {
		if strings.Contains(line, " > ") && !strings.HasPrefix(line, "cmd /c '") {
			t.Errorf("%q is written as UTF-16", line)
		}
	}
	there := strings.ReplaceAll(block, `\`, "/")
	unix := unixCommand.FindAllSubmatch(readme, -1)
	for _, line := range unix {
		if !strings.Contains(there, string(line[1])) && !strings.Contains(string(line[1]), "-short") {
			t.Errorf("%q isn't there for PowerShell", line[1])
		}
	}
	if len(unix) < 10 {
		t.Errorf("found %d commands for Unix; want 10 at least", len(unix))
	}
	started := false
	completion, _, err := newRoot(quiet(), &started).Find([]string{"completion", "powershell"})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{block, completion.Long} {
		if !strings.Contains(text, "apr completion powershell | Out-String | Invoke-Expression") {
			t.Errorf("it isn't said how completion is loaded:\n%s", text)
		}
	}
}
