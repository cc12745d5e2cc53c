package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"apr/internal/law"
)

// What stands in the files in the place of what the law lists.
const (
	firstOutcome, lastOutcome  = 900_000_001, 900_000_002
	models, principles, bodies = "@models", "@principles", "@scrutiny bodies"
)

// Placeholders is an edition of the law in whose place any can be put.
func Placeholders() *law.Edition {
	return &law.Edition{
		Outcomes:       []law.Outcome{{No: firstOutcome}, {No: lastOutcome}},
		Principles:     []law.Principle{{ID: principles}},
		Models:         []law.Model{{ID: models}},
		ScrutinyBodies: []law.Body{{Name: bodies}},
	}
}

// fill puts what an edition lists in the place of the placeholders.
func fill(data []byte, edition *law.Edition) ([]byte, error) {
	var bodyNames []string
	for _, b := range edition.ScrutinyBodies {
		bodyNames = append(bodyNames, b.Names()[0])
	}
	first, last := edition.OutcomeNumbers()
	filled := []byte(strings.NewReplacer(
		strconv.Itoa(firstOutcome), strconv.Itoa(first),
		strconv.Itoa(lastOutcome), strconv.Itoa(last),
		quoted(models), listed(edition.ModelIDs()),
		quoted(principles), listed(edition.PrincipleIDs()),
		quoted(bodies), listed(bodyNames),
	).Replace(string(data)))
	var b bytes.Buffer
	if err := json.Indent(&b, filled, "", "  "); err != nil {
		return nil, fmt.Errorf("filling in a schema: %w", err)
	}
	return b.Bytes(), nil
}

// listed are texts as the values of a JSON array.
func listed(texts []string) string {
	values := make([]string, len(texts))
	for i, t := range texts {
		values[i] = quoted(t)
	}
	return strings.Join(values, ",")
}

// quoted is a text as JSON.
func quoted(text string) string {
	data, _ := json.Marshal(text) // a text always can be
	return string(data)
}
