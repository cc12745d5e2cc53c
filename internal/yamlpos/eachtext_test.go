package yamlpos

import (
	"reflect"
	"slices"
	"testing"

	"apr/internal/source"
)

// section has texts in every place where a type can have them, and others beside them.
type section struct {
	Title    string              `yaml:"title"`
	Own      Text                `yaml:"own"`
	Labels   []string            `yaml:"labels"`
	Notes    []note              `yaml:"notes"`
	Sections []section           `yaml:"sections"`
	ByName   map[string]Text     `yaml:"by_name"`
	Lists    [][]map[string]Text `yaml:"lists"`
	Unread   Text                `yaml:"-"`
	Position source.Position     `yaml:"-"`
}

// note has none.
type note struct {
	Words []string `yaml:"words"`
	Notes []note   `yaml:"notes"`
}

func TestEachText(t *testing.T) {
	said := func(s string) Text { return NewText(s, source.Position{File: "a.yaml", Line: 1}) }
	all := section{
		Own: said("own"), Labels: []string{"a"}, Notes: []note{{Words: []string{"b"}, Notes: []note{{}}}},
		Sections: []section{{Title: "c", ByName: map[string]Text{"y": said("y"), "x": said("x")}}, {}, {Own: said("third")}},
		Lists:    [][]map[string]Text{nil, {{"z": said("z")}}},
		Unread:   said("unread"),
	}
	var got []string
	EachText("top", reflect.ValueOf(&all).Elem(), func(path string, text *Text) {
		got = append(got, path+"="+text.Markdown)
		text.Markdown += "!"
	})
	want := []string{"top.own=own", "top.sections[0].by_name.x=x", "top.sections[0].by_name.y=y", "top.sections[2].own=third", "top.lists[1][0].z=z"}
	if !slices.Equal(got, want) {
		t.Errorf("%q; want %q", got, want)
	}
	if all.Sections[2].Own.Markdown != "third!" || all.Sections[0].ByName["x"].Markdown != "x!" {
		t.Errorf("texts aren't changed: %+v", all)
	}
	none := 0
	EachText("", reflect.ValueOf(&note{Words: []string{"a"}}).Elem(), func(string, *Text) { none++ })
	if none > 0 {
		t.Errorf("%d texts in what has none", none)
	}
}

func TestEachTextKey(t *testing.T) {
	one := section{Sections: []section{{}}}
	var got []string
	EachTextKey("", reflect.ValueOf(&one).Elem(), func(path string, _ *Text) { got = append(got, path) })
	if want := []string{"own", "sections[0].own"}; !slices.Equal(got, want) {
		t.Errorf("%q; want %q", got, want)
	}
}
