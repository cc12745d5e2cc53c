package main

import (
	"encoding/json"
	"strconv"

	"apr/finance"
	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/law"
	"apr/internal/project"

	"github.com/invopop/jsonschema"
)

// refinement is what a property takes beyond what its Go type says.
type refinement struct {
	definition, property string
	apply                func(*jsonschema.Schema)
}

// refine adds to a definition the values that come from apr's own tables:
// names of authorities, indicators, principles and matters.
func refine(definition string, s *jsonschema.Schema, edition *law.Edition) {
	if definition == "FinanceRule" { // a rule, or the mapping whose rows are rules
		s.AnyOf = []*jsonschema.Schema{{Required: []string{"when"}}, {Required: []string{"mapping"}}}
	}
	for _, r := range refinements(edition) {
		if r.definition != definition || s.Properties == nil {
			continue
		}
		if p, ok := s.Properties.Get(r.property); ok {
			r.apply(p)
		}
	}
}

func refinements(edition *law.Edition) []refinement {
	indicatorIDs, areas, authorities := indicatorIDs(), texts(indicators.Areas()), authorityNames()
	date := examples("2026-07-31")
	return []refinement{
		{"Config", "title", examples("Annual performance report 2025/26")},
		{"Config", "workbook", examples("data/Core_Suite_Integration_Indicators_Management_Information.xlsx")},
		{"Config", "names", examples(map[string][]string{"NI19": {"bed blocking"}, "GP prescribing": {"medicines in the community"}})},
		{"Config", "care_groups", itemExamples("Older people", "Adults with a learning disability")},
		// An authority outside the 31 is allowed, so its names are examples.
		{"Authority", "name", examples(authorities...)},
		{"Authority", "area", examples(areas...)},
		{"Authority", "model", func(s *jsonschema.Schema) { s.Enum = texts(edition.ModelIDs()) }},
		{"Authority", "family", itemExamples(areas...)},
		{"Brand", "name", examples("Falkirk Health and Social Care Partnership")},
		{"Brand", "colour", colour("#00594f")},
		{"Brand", "accent", colour("#b8620b")},
		{"BrandPicture", "file", examples("pictures/logo.png")},
		{"Accessibility", "statement", examples("https://www.example.org/accessibility")},
		{"Version", "version", examples("Large print", "Easy Read", "British Sign Language (BSL)", "Summary", "Polish")},
		{"Version", "language", examples("gd", "pl")},
		{"OtherLanguage", "language", examples("gd", "pl", "ur", "zh")},
		{"StrategicPlan", "period", examples("2024 to 2027")},
		{"IndicatorOptions", "breaks", keys(indicatorIDs)},
		{"IndicatorOptions", "figures", keys(indicatorIDs)},
		{"IndicatorOptions", "outcomes", func(s *jsonschema.Schema) {
			keys(indicatorIDs)(s)
			s.AdditionalProperties = &jsonschema.Schema{Type: "array", Items: outcomeNumber(edition, &jsonschema.Schema{Type: "integer"})}
		}},
		{"Finance", "history", examples("data/history.csv")},
		{"Ledger", "file", examples("data/council-ledger-2025-26.csv")},
		{"Ledger", "columns", examples(map[string]string{"cost_centre": "Cost Centre", "amount": "Actual", "plan": "Budget"})},
		{"Ledger", "control_total", examples("160,608,150.69")},
		{"FinanceRule", "when", examples(map[string]string{"cost_centre": "40000-40999|41*"})},
		{"FinanceRule", "mapping", examples("data/mapping.xlsx")},
		{"Locality", "codes", itemExamples("L01")},
		{"Locality", "population", orSeparated},
		{"Transfer", "from", examples(map[string]string{"partner": "NHS Moorland", "account": "7100"})},
		{"Transfer", "to", examples(map[string]string{"partner": "Carrickmoor Council", "cost_centre": "RT*"})},
		{"Apportionment", "shares", examples(map[string]string{"North": "55.5", "South": "44.5"})},
		{"LocalMeasures", "files", itemExamples("data/local-measures.csv")},
		{"LocalMeasures", "tolerance", examples("5%")},
		{"LocalMeasures", "escalate", func(s *jsonschema.Schema) { s.Items.Enum = texts(project.Escalations()) }},
		{"MeasureTerms", "outcomes", func(s *jsonschema.Schema) { outcomeNumber(edition, s.Items) }},
		{"MeasureTerms", "levels", func(s *jsonschema.Schema) { s.Items.Enum = texts(measures.Levels()) }},
		// Numbers needn't be quoted.
		{"MeasureTerms", "target", numberOrText("95")},
		{"MeasureTerms", "tolerance", numberOrText("2", "5%")},
		{"Meeting", "date", date},
		{"Meeting", "papers", date},
		{"Publication", "date", date},
		{"Person", "role", examples("Chief Finance Officer")},
		{"Person", "email", examples("ailsa.bell@example.org")},
		{"Person", "initials", examples("AB")},
		{"People", "people", orOpen},
		{"People", "texts", func(s *jsonschema.Schema) {
			s.PropertyNames = &jsonschema.Schema{Pattern: `^(opening|easy-read|regulation-\d+)\.`}
			s.AdditionalProperties = &jsonschema.Schema{AnyOf: []*jsonschema.Schema{s.AdditionalProperties, {Type: "null"}}}
			orOpen(s)
		}},
		{"Assignment", "owner", orOpen},
		{"Assignment", "due", func(s *jsonschema.Schema) { date(s); orOpen(s) }},
		{"Assignment", "words", func(s *jsonschema.Schema) { examples(400)(s); orSeparated(s); orOpen(s) }},
		{"Assignment", "status", orOpen},
		{"SignOff", "on", date},
		{"SignOff", "sha256", func(s *jsonschema.Schema) { s.Pattern = "^[0-9a-fA-F]{64}$" }},
		{"Copy", "date", date},
		{"CommentList", "comments", orOpen},
		{"Comment", "resolved", func(s *jsonschema.Schema) { date(s); s.Pattern = `^\d{4}-\d\d-\d\d$`; orOpen(s) }},
		{"Comment", "replies", orOpen},
		{"Opening", "key_indicators", func(s *jsonschema.Schema) { s.Items.Enum = indicatorIDs }},
		{"Priority", "outcomes", func(s *jsonschema.Schema) { outcomeNumber(edition, s.Items) }},
		{"OutcomeAssessment", "outcome", func(s *jsonschema.Schema) { outcomeNumber(edition, s) }},
		{"PrincipleAssessment", "principle", func(s *jsonschema.Schema) { s.Enum = texts(edition.PrincipleIDs()) }},
		{"Decision", "date", date},
		{"FinanceText", "matters", keys(texts(finance.Matters))},
		{"Inspection", "body", examples(scrutinyBodies(edition)...)},
		{"Inspection", "date", date},
	}
}

// outcomeNumber limits a number to those of the national outcomes.
func outcomeNumber(edition *law.Edition, s *jsonschema.Schema) *jsonschema.Schema {
	first, last := edition.OutcomeNumbers()
	s.Minimum, s.Maximum = json.Number(strconv.Itoa(first)), json.Number(strconv.Itoa(last))
	return s
}

func examples(values ...any) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) { s.Examples = values }
}

func colour(example string) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) {
		s.Pattern, s.Examples = "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", []any{example}
	}
}

func numberOrText(values ...any) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) {
		s.Type, s.Examples = "", values
		s.AnyOf = []*jsonschema.Schema{{Type: "string"}, {Type: "number"}}
	}
}

// orSeparated allows a whole number with its thousands apart, which YAML calls a text.
func orSeparated(s *jsonschema.Schema) {
	whole := *s
	whole.Description, whole.Examples = "", nil
	*s = jsonschema.Schema{Description: s.Description, Examples: s.Examples, AnyOf: []*jsonschema.Schema{
		&whole, {Type: "string", Pattern: `^[0-9]{1,3}(,[0-9]{3})+$`},
	}}
}

// orOpen allows a key without a value, which people.yaml has for somebody to fill in.
func orOpen(s *jsonschema.Schema) {
	inner := *s
	inner.Description, inner.Examples = "", nil
	*s = jsonschema.Schema{Description: s.Description, Examples: s.Examples, AnyOf: []*jsonschema.Schema{&inner, {Type: "null"}}}
}

func itemExamples(values ...any) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) { s.Items.Examples = values }
}

// keys limits the keys of a mapping whose keys the author chooses.
func keys(values []any) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) { s.PropertyNames = &jsonschema.Schema{Enum: values} }
}

func texts[S ~string](values []S) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// scrutinyBodies are the usual names of the bodies of regulation 7(2).
func scrutinyBodies(edition *law.Edition) []any {
	var names []any
	for _, b := range edition.ScrutinyBodies {
		names = append(names, b.Names()[0])
	}
	return names
}

func indicatorIDs() []any {
	var ids []any
	for _, i := range indicators.Catalogue() {
		ids = append(ids, string(i.ID))
	}
	return ids
}

func authorityNames() []any {
	var names []any
	for _, a := range indicators.Authorities() {
		names = append(names, a.Area)
	}
	return names
}
