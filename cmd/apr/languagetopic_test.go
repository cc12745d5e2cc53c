package main

import (
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"apr/internal/wording"
)

// What the topic lists can be copied into apr.yaml, and is all that may be given.
func TestLanguageTopicCanBeCopied(t *testing.T) {
	blocks := strings.Split(languageTopic(), "\n  words:\n")
	var words map[string]string
	if err := yaml.Unmarshal([]byte(blocks[len(blocks)-1]), &words); err != nil {
		t.Fatal(err)
	}
	given := wording.Given()
	for english := range words {
		if !slices.Contains(given, english) {
			t.Errorf("%q can't be given", english)
		}
	}
	if len(words) < 600 || len(words) != len(wording.Rows())-len(slices.DeleteFunc(wording.Rows(), func(row string) bool { return !wording.IsFixed(row) })) {
		t.Errorf("the topic lists %d words", len(words))
	}
}
