package jsonprint_test

import (
	"strings"
	"testing"

	"apr/internal/jsonprint"
)

func TestWrite(t *testing.T) {
	var b strings.Builder
	if err := jsonprint.Write(&b, map[string]any{"title": "A&E < 4 hours", "none": []int{}}); err != nil {
		t.Fatal(err)
	}
	if want := "{\n  \"none\": [],\n  \"title\": \"A&E < 4 hours\"\n}\n"; b.String() != want {
		t.Errorf("got %q; want %q", b.String(), want)
	}
}

func TestWriteRefusesWhatHasNoJSON(t *testing.T) {
	var b strings.Builder
	if err := jsonprint.Write(&b, func() {}); err == nil || b.Len() > 0 {
		t.Errorf("a function is printed as %q, error %v", b.String(), err)
	}
}
