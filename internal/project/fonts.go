package project

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"apr/internal/folder"
	"apr/internal/shaping"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Font is a font for languages whose script the report's own font doesn't have.
type Font struct {
	File      string          `yaml:"file" jsonschema:"required,description=A TrueType font from the project folder (.ttf or .ttc)"`
	Languages []string        `yaml:"languages" jsonschema:"required,description=The tags (BCP 47) of the languages that it is for such as ar or zh-Hans"`
	Position  source.Position `yaml:"-"`
}

// fonts checks what apr.yaml says of fonts.
func (c *configChecker) fonts() {
	first := map[string]string{}
	for i, f := range c.config.Fonts {
		path := yamlpos.Item("fonts", i)
		c.path(path+".file", f.File)
		if len(f.Languages) == 0 {
			c.add("missing-key", path, "write languages: [ar], the tags of those that the font is for", "the font is for no language")
		}
		for k := range f.Languages {
			at := yamlpos.Item(path+".languages", k)
			c.language(at, &f.Languages[k])
			tag := f.Languages[k]
			if other, twice := first[tag]; twice {
				c.add("duplicate-name", at, "name each language with one font", "%s has a font already, %s", tag, other)
				continue
			}
			first[tag] = f.File
		}
	}
}

// fonts reads the fonts.
func (l *loader) fonts(_ context.Context, s *stage) error {
	p := l.project.Config
	if l.broken["fonts"] {
		return nil
	}
	for i, named := range p.Fonts {
		at := p.PositionOf(yamlpos.Item("fonts", i) + ".file")
		file, _ := folder.LocalPath(named.File) // checked with apr.yaml
		font, err := l.font(file)
		if errors.Is(err, fs.ErrNotExist) {
			s.fatal.Add(missingFile(l.folder, "font", file, at))
			continue
		}
		problem := &source.Problem{Code: "font", Position: at}
		if unusable, ok := errors.AsType[*shaping.Unusable](err); ok {
			problem.Message, problem.Hint = fmt.Sprintf("the font %s can't be used: %s", file, unusable.Message), unusable.Hint
		} else if err != nil {
			problem.Message = fmt.Sprintf("the font %s can't be read: %v", file, err)
		}
		if err != nil {
			s.fatal.Add(problem)
			continue
		}
		font.File, font.Languages = file, named.Languages
		l.project.Fonts = append(l.project.Fonts, font)
	}
	return nil
}

// font opens a font file. One that is too large isn't read at all.
func (l *loader) font(file string) (*shaping.Font, error) {
	info, err := fs.Stat(l.folder, file)
	if err != nil {
		return nil, err
	}
	if info.Size() > shaping.MostBytes {
		return nil, shaping.TooManyBytes()
	}
	data, err := l.folder.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return shaping.Open(data)
}
