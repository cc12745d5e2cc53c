package main

import (
	"slices"
	"testing"

	"go.yaml.in/yaml/v3"

	"apr/internal/wording"
)

// What the topic lists can be copied into apr.yaml, and is all that may be given.
func TestLanguageTopicCanBeCopied(t *testing.T) {
	var block struct{ Words map[string]string }
	if err := yaml.Unmarshal([]byte(allWords()), &block); err != nil {
		t.Fatal(err)
	}
	words := block.Words
	given := wording.Given()
	for english := range words {
		if !slices.Contains(given, english) {
			t.Errorf("%q can't be given", english)
		}
	}
	if len(words) < 600 || len(words) != len(slices.DeleteFunc(wording.Rows(), wording.IsFixed)) {
		t.Errorf("the topic lists %d words", len(words))
	}
}
