// Package report resolves a project folder, apr.yaml with the workbook, the
// ledgers and the narrative that it names, into one *Report: everything the
// rules check and the renderers print.
package project

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"time"

	"apr/finance"
	"apr/indicators"
	"apr/internal/folder"
	"apr/internal/law"
	"apr/internal/picture"
	"apr/internal/project/owntable"
	"apr/internal/project/reference"
	"apr/internal/shaping"
	"apr/internal/source"
)

// Project is a project, read and resolved.
type Project struct {
	// Dir is the project folder as given.
	Dir       string
	Config    *Config
	Narrative *Narrative
	// People says who writes which text; nil where the project has no people.yaml.
	People *People
	// Workbook is everything read; Indicators is the authority's table. Both
	// are nil when the project names no workbook.
	Workbook   *indicators.Workbook
	Indicators *indicators.Table
	// Templates are the project's own in the place of apr's, by name.
	Templates map[string]string
	// Fonts are those that apr.yaml names.
	Fonts shaping.Fonts
	// Account is nil when the project names no ledgers and no history.
	Account *finance.Account
	// Framework is nil when the project names no local measures.
	Framework *Framework
	// Today is the date that the report is checked on.
	Today time.Time
	// LastYear is the narrative of the report of the year before, where it was
	// given; nil else.
	LastYear *Narrative
	// Awaiting are the places of references to indicators that have no value
	// because the workbook is of an earlier release, or has no rows of the area:
	// what is wrong is the workbook and not the text.
	Awaiting []source.Position
	// Problems are what the readers survived; the rules give them levels.
	Problems []*source.Problem

	// law is what applies to the reporting year; nil for today's.
	law *law.Edition
	// folder is the project folder, facts what figures are made of, and placed where each
	// part is printed; all are nil in a report that wasn't loaded.
	folder *folder.Folder
	facts  *keptFacts
	placed *keptPlacement
	// spec is what the account was made by.
	spec finance.Spec
	// carried are the texts that were carried over, by TextSum.
	carried map[string]carriedText
	// tables are what was read of those of the author's own, by id, and targets what
	// texts may refer to.
	tables  map[string]*owntable.Table
	targets []reference.Target
	// pictures are kept between loads; nil for none.
	pictures *picture.Cache
}

// Law is the law that applies to the reporting year.
func (r *Project) Law() *law.Edition {
	if r.law != nil {
		return r.law
	}
	if r.Config == nil {
		return law.For(0)
	}
	known, ok := editions.Load(r.Config.Year)
	if !ok {
		known, _ = editions.LoadOrStore(r.Config.Year, law.For(r.Config.Year))
	}
	return known.(*law.Edition)
}

// editions are today's law by reporting year, for projects that weren't loaded: rules ask for
// it hundreds of times.
var editions sync.Map

// PublishBy is the last day on which the report may be published.
func (r *Project) PublishBy() time.Time { return r.Law().PublishBy(r.Config.Year) }

// ReadPicture reads a picture that the narrative shows as ReadInput does, and
// makes of it what every format can hold; see picture.Read.
func (r *Project) ReadPicture(name string) (picture.Picture, error) {
	data, err := r.ReadInput(name)
	if errors.Is(err, fs.ErrNotExist) && r.folder != nil {
		if near := r.beside(name); near != "" {
			hint := fmt.Sprintf("did you mean %s?", near)
			if strings.EqualFold(near, name) {
				hint = fmt.Sprintf("write %s: capital and small letters are different ones in the names of files", near)
			}
			return picture.Picture{}, &picture.Unusable{Message: fmt.Sprintf("the picture %s doesn't exist", name), Hint: hint}
		}
	}
	if err != nil {
		return picture.Picture{}, err
	}
	return r.pictures.Read(name, data, picture.InText)
}

// ReadInput reads another file of the project, such as a picture that the
// narrative shows, and adds it to Inputs. The name is relative to the project
// folder; see LocalPath.
func (r *Project) ReadInput(name string) ([]byte, error) {
	clean, err := folder.LocalPath(name)
	if err != nil {
		return nil, err
	}
	if r.folder == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return r.folder.ReadFile(clean)
}

// Inputs are the files read so far, in order of name.
func (r *Project) Inputs() []folder.Input {
	if r.folder == nil {
		return nil
	}
	return r.folder.Inputs()
}
