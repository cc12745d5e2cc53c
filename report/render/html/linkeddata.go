package html

import (
	"bytes"
	"encoding/json"
	"fmt"

	"apr/internal/document"
)

// LinkedData is a dataset as the page has it for programs: JSON-LD of
// schema.org (https://schema.org/Dataset).
type LinkedData struct {
	Context     json.RawMessage `json:"@context"`
	Type        string          `json:"@type"`
	Name        string          `json:"name"`
	Description string          `json:"description"`
	Creator     organisation    `json:"creator"`
	Source      string          `json:"isBasedOn,omitempty"`
	// Language is that of the names and the description where it isn't the page's.
	Language  string        `json:"inLanguage,omitempty"`
	Area      string        `json:"spatialCoverage"`
	Period    string        `json:"temporalCoverage"`
	Variables []LinkedValue `json:"variableMeasured"`
}

type organisation struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

// LinkedValue is one figure. The context says what area, period and source are.
type LinkedValue struct {
	Type   string      `json:"@type"`
	ID     string      `json:"propertyID"`
	Name   string      `json:"name"`
	Value  json.Number `json:"value"`
	Unit   string      `json:"unitText,omitempty"`
	Area   string      `json:"area,omitempty"`
	Period string      `json:"period,omitempty"`
	Source string      `json:"source,omitempty"`
}

// linkedContext gives names to what schema.org has no property of a value for.
const linkedContext = `["https://schema.org",{"area":"https://schema.org/spatialCoverage",` +
	`"period":"https://schema.org/temporalCoverage","source":"http://www.w3.org/ns/prov#wasDerivedFrom"}]`

// linkedData writes the document's datasets as a script that isn't run, a value a
// line; "" where there are none. What could end the script is escaped.
func linkedData(doc *document.Document) (string, error) {
	if len(doc.Datasets) == 0 {
		return "", nil
	}
	out := bytes.NewBufferString("\n<script type=\"application/ld+json\">\n[")
	for i, d := range doc.Datasets {
		if i > 0 {
			out.WriteString(",\n")
		}
		data := LinkedData{Context: json.RawMessage(linkedContext), Type: "Dataset", Name: d.Name, Description: d.Description,
			Creator: organisation{"Organization", doc.Meta.Authority}, Source: d.Source, Language: doc.Meta.OwnLanguage, Area: d.Area, Period: d.Period, Variables: []LinkedValue{}}
		head, err := json.Marshal(data)
		if err != nil {
			return "", err
		}
		out.Write(bytes.TrimSuffix(head, []byte("]}")))
		for j, f := range d.Facts {
			value, err := json.Marshal(LinkedValue{"PropertyValue", f.ID, f.Title, json.Number(f.Value), f.Unit, f.Area, f.Period, f.Position.String()})
			if err != nil {
				return "", fmt.Errorf("the figure %s: %w", f.ID, err)
			}
			if j > 0 {
				out.WriteByte(',')
			}
			out.WriteByte('\n')
			out.Write(value)
		}
		out.WriteString("]}")
	}
	out.WriteString("]\n</script>\n")
	return out.String(), nil
}
