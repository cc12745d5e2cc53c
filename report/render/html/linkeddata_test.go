package html

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/internal/source"
)

// What an input is called can't end the script or say anything but itself.
func TestLinkedDataHoldsHostileText(t *testing.T) {
	const hostile = `</script><script>alert(1)</script><!-- ` + "\u2028 \" \\ & é"
	doc := documenttest.OneOfEach()
	doc.Meta.Authority = hostile
	fact := document.Fact{ID: "spend:locality:" + hostile + "@2025/26", Title: hostile, Value: "-1.50", Unit: "GBP", Area: hostile, Period: "2025/26",
		Position: source.Position{File: hostile, Line: 3}}
	doc.Datasets = []document.Dataset{{Name: hostile, Description: hostile, Facts: []document.Fact{fact, fact}}, {Name: "empty"}}
	p := read(t, doc)
	scripts := p.all("script")
	if len(scripts) != 1 || attr(scripts[0], "type") != "application/ld+json" {
		t.Fatalf("%d scripts", len(scripts))
	}
	var data []LinkedData
	if err := json.Unmarshal([]byte(scriptText(scripts[0])), &data); err != nil {
		t.Fatal(err)
	}
	want := LinkedValue{"PropertyValue", fact.ID, hostile, "-1.50", "GBP", hostile, "2025/26", hostile + ":3"}
	if len(data) != 2 || data[0].Name != hostile || data[0].Creator.Name != hostile || !slices.Equal(data[0].Variables, []LinkedValue{want, want}) || len(data[1].Variables) != 0 {
		t.Errorf("%+v", data)
	}
}

func scriptText(n *html.Node) string {
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(c.Data)
	}
	return b.String()
}

func TestAValueThatIsNoNumberIsRefused(t *testing.T) {
	doc := documenttest.OneOfEach()
	doc.Datasets = []document.Dataset{{Facts: []document.Fact{{ID: "NI1@2025/26", Value: "1,234"}}}}
	if _, err := Render(doc, standIns(doc)); err == nil || !strings.Contains(err.Error(), "NI1@2025/26") {
		t.Error(err)
	}
}

func TestWithoutDatasetsThereIsNoScript(t *testing.T) {
	if scripts := read(t, documenttest.OneOfEach()).all("script"); len(scripts) > 0 {
		t.Errorf("%d scripts", len(scripts))
	}
}

// Data for programs are described in English. A page in another language says so of them;
// on an English page nobody takes them for anything else.
func TestLinkedDataSayTheirLanguage(t *testing.T) {
	for own, want := range map[string]string{"": "", "en": `"inLanguage":"en",`} {
		doc := documenttest.OneOfEach()
		doc.Meta.Language, doc.Meta.OwnLanguage = "gd", own
		doc.Datasets = []document.Dataset{{Name: "Spend", Facts: []document.Fact{{ID: "NI1@2025/26", Value: "1"}}}, {Name: "empty"}}
		script := scriptText(read(t, doc).all("script")[0])
		if n := strings.Count(script, "inLanguage"); n != 0 && own == "" || n != 2 && own != "" || !strings.Contains(script, want) || !json.Valid([]byte(script)) {
			t.Errorf("with own words in %q the data are %s", own, script)
		}
	}
}
