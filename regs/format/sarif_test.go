package format

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"apr/regs"
)

// sarifSchema is the official schema; see testdata/README.md.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schema, err := compiledSARIF()
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

var compiledSARIF = sync.OnceValues(func() (*jsonschema.Schema, error) {
	f, err := os.Open("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft4)
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		return nil, err
	}
	return c.Compile("sarif.json")
})

func TestSARIFIsValid(t *testing.T) {
	schema := sarifSchema(t)
	clean := checked(t)
	clean.Result = &regs.Result{Requirements: clean.Result.Requirements}
	for name, c := range map[string]*Check{"findings": checked(t), "clean": clean, "unreadable": unreadable(), "many": many(checked(t), 300)} {
		log, err := jsonschema.UnmarshalJSON(strings.NewReader(printed(t, SARIFName, c)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := schema.Validate(log); err != nil {
			t.Errorf("%s: %#v", name, err)
		}
	}
	// The test is worth something only when the schema refuses what is wrong.
	wrong, err := jsonschema.UnmarshalJSON(strings.NewReader(
		strings.Replace(printed(t, SARIFName, checked(t)), `"columnKind": "unicodeCodePoints"`, `"columnKind": "bytes"`, 1)))
	if err != nil {
		t.Fatal(err)
	}
	if schema.Validate(wrong) == nil {
		t.Error("the schema takes a column kind that there isn't")
	}
}

func TestSARIFSaysEverything(t *testing.T) {
	var log sarifLog
	d := json.NewDecoder(strings.NewReader(printed(t, SARIFName, checked(t))))
	d.DisallowUnknownFields()
	if err := d.Decode(&log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if run.ColumnKind != "unicodeCodePoints" || run.AutomationDetails.ID != "apr/testmoor/2025-26/" {
		t.Errorf("run is %+v", run)
	}
	rules := run.Tool.Driver.Rules
	levels := map[regs.Level]string{regs.Statutory: "error", regs.Guidance: "warning", regs.Advice: "note"}
	for i, rule := range regs.Rules() {
		r := rules[i]
		if r.ID != rule.ID || r.Name == r.ID || strings.ContainsAny(r.Name, " -") || r.DefaultConfiguration.Level != levels[rule.Level] {
			t.Errorf("%s is described as %+v", rule.ID, r)
		}
		if !strings.Contains(r.Help.Text, rule.Citation) || r.ShortDescription.Text == "" || r.FullDescription.Text == "" || r.Help.Markdown == "" {
			t.Errorf("%s lacks documentation: %+v", rule.ID, r)
		}
	}
	var order []string
	for _, r := range run.Results {
		order = append(order, r.Level)
		if rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("%s has the index of %s", r.RuleID, rules[r.RuleIndex].ID)
		}
		if strings.ContainsAny(r.Message.Text, "\r\n") {
			t.Errorf("%s: the message has a line break: %q", r.RuleID, r.Message.Text)
		}
	}
	if want := []string{"error", "note", "note", "note"}; !slices.Equal(order, want) {
		t.Errorf("levels come as %q; want %q", order, want)
	}
	first := run.Results[0]
	place := first.Locations[0].PhysicalLocation
	if place.ArtifactLocation != (sarifArtifact{"reports/2025-26/narrative/%C3%A9%201.yaml", "%SRCROOT%"}) || *place.Region != (sarifRegion{StartLine: 3, StartColumn: 7}) {
		t.Errorf("the first stands at %+v %+v", place.ArtifactLocation, place.Region)
	}
	related := first.RelatedLocations[0]
	if related.ID != 1 || related.PhysicalLocation.Region != nil || related.LogicalLocations[0].FullyQualifiedName != "Data!I12" {
		t.Errorf("related is %+v", related)
	}
	for i, r := range run.Results {
		if silenced := len(r.Suppressions) > 0; silenced != (i == 3) {
			t.Errorf("%s is suppressed: %v", r.RuleID, silenced)
		}
	}
	if s := run.Results[3].Suppressions[0]; s.Justification != "known to finance" || s.Location.PhysicalLocation.Region.StartLine != 9 {
		t.Errorf("suppressed by %+v", s)
	}
}

func TestSARIFOfWhatCannotBeReadIsAFailedRun(t *testing.T) {
	var log sarifLog
	if err := json.Unmarshal([]byte(printed(t, SARIFName, unreadable())), &log); err != nil {
		t.Fatal(err)
	}
	v := log.Runs[0].Invocations[0]
	if v.ExecutionSuccessful || len(v.Notifications) != 2 || v.Notifications[0].Locations[0].PhysicalLocation.Region.StartLine != 2 {
		t.Errorf("invocation is %+v", v)
	}
}

// TestFingerprintsOutliveMoves asks that a finding is known again in another line.
func TestFingerprintsOutliveMoves(t *testing.T) {
	f := checked(t).Result.Findings[0]
	moved, other := f, f
	moved.Position.Line += 10
	other.Message = "another"
	if fingerprint(f) != fingerprint(moved) || fingerprint(f) == fingerprint(other) {
		t.Error("a fingerprint depends on the line, or not on the message")
	}
}
