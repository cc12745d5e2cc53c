package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"apr/regs/format"
)

var (
	yamlBlock = regexp.MustCompile("(?s)```yaml\n(.*?)```")
	// aprLine is a call of apr in a pipeline, up to a redirection.
	aprLine = regexp.MustCompile(`(?m)(?:run:|-) (apr [^>|\n]*)`)
)

// TestPipelinesOfTheREADME asks that its jobs are YAML and call apr as it is.
func TestPipelinesOfTheREADME(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks, calls := 0, 0
	for _, block := range yamlBlock.FindAllSubmatch(readme, -1) {
		blocks++
		var content map[string]any
		if err := yaml.Unmarshal(block[1], &content); err != nil {
			t.Errorf("%v in\n%s", err, block[1])
		}
		for _, line := range aprLine.FindAllSubmatch(block[1], -1) {
			calls++
			arguments := strings.Fields(strings.ReplaceAll(string(line[1]), `"`, ""))
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
			if err != nil {
				t.Errorf("%s: %v", line[1], err)
			}
		}
	}
	if blocks < 3 || calls < 4 {
		t.Errorf("found %d blocks and %d calls of apr; want 3 and 4 at least", blocks, calls)
	}
}
