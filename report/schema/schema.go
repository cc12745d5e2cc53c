// Package schema has JSON Schemas (draft 2020-12) for the YAML files of a
// project, made from the same tags that the decoder reads, so that editors complete
// and check what apr will read.
package schema

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"apr/internal/law"
	"apr/internal/project"
	"apr/internal/source"
)

//go:generate go run ./gen -o files

// files are the schemas, made when apr is built: what it takes to make them from the
// Go types would be initialised at each start.
//
//go:embed files
var files embed.FS

// Folder is where a project keeps its schemas, from the project folder. The
// first line of each YAML file points into it.
const Folder = ".apr/schema"

// Config is the name of the schema for apr.yaml.
const Config = "apr"

// People is the name of the schema for people.yaml.
const People = "people"

// Comments is the name of the schema for comments.yaml.
const Comments = "comments"

// Names are the schemas there are: "apr" for apr.yaml, "people" for people.yaml, "comments"
// for comments.yaml, then each file of the narrative without its extension, in order of the
// report.
func Names() []string {
	names := []string{Config, People, Comments}
	for _, file := range project.NarrativeFiles() {
		names = append(names, strings.TrimSuffix(file, ".yaml"))
	}
	return names
}

// Measures is the name of the schema for a row of a table of local measures.
//
// It is a JSON Schema of one row, an object with the headers as keys: the form in
// which validators of CSV files (qsv validate) and of rows in a database or a data
// pipeline take one, and the one that editors already have for the YAML files. CSV
// on the Web and Table Schema describe files as well, for publishing them.
const Measures = "measures"

// Status is the name of the schema of what apr status prints as JSON.
const Status = "status"

// All are the schemas that can be printed: those of the YAML files, that of the rows of
// measure tables, and that of apr status.
func All() []string { return append(Names(), Measures, Status) }

// Generate is the schema of that name as JSON, the same bytes each time, with what the
// law lists. An unknown name is an error that suggests the nearest.
func Generate(name string, edition *law.Edition) ([]byte, error) {
	if !slices.Contains(All(), name) {
		return nil, fmt.Errorf("there is no schema %q; %s", name, source.DidYouMean(name, All()))
	}
	data, err := files.ReadFile("files/" + name + ".json")
	if err != nil {
		return nil, fmt.Errorf("reading the schema %s: %w", name, err)
	}
	return fill(data, edition)
}

// File is the file that a schema is for, from the project folder.
func File(name string) string {
	switch name {
	case Config:
		return project.ConfigFile
	case People:
		return project.PeopleFile
	case Comments:
		return project.CommentsFile
	}
	return "narrative/" + name + ".yaml"
}
