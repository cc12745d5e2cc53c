package project

import (
	"strings"

	"golang.org/x/text/language"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Accessibility is what the report says of who can read it and how. It supports the
// accessibility statement of the website on which it is published: the Public Sector
// Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018
// (SI 2018/952), regulation 8.
type Accessibility struct {
	Statement string `yaml:"statement,omitempty" jsonschema:"description=The address of the website's accessibility statement (SI 2018/952 regulation 8)"`
	// Contact is Authority.Contact where it is empty.
	Contact string `yaml:"contact,omitempty" jsonschema:"description=Whom to tell of a part that cannot be read or ask for another version; authority.contact when absent"`
	// NotAccessible are the parts that some can't read; NoneKnown says that there are
	// none.
	NotAccessible []Barrier       `yaml:"not_accessible,omitempty" jsonschema:"description=Parts of the report that are not accessible with the reasons"`
	NoneKnown     bool            `yaml:"none_known,omitempty" jsonschema:"description=True when no part of the report is known not to be accessible"`
	Versions      []Version       `yaml:"versions,omitempty" jsonschema:"description=Other versions of the report: large print; Easy Read; British Sign Language; other languages; a summary"`
	Position      source.Position `yaml:"-"`
}

// IsZero reports whether apr.yaml says nothing of accessibility.
func (a *Accessibility) IsZero() bool {
	return a.Statement == "" && a.Contact == "" && len(a.NotAccessible) == 0 && !a.NoneKnown && len(a.Versions) == 0
}

// Barrier is a part of the report that some can't read.
type Barrier struct {
	What     string          `yaml:"what" jsonschema:"required,description=The part that is not accessible such as the map of localities"`
	Why      string          `yaml:"why" jsonschema:"required,description=The reason why it is not"`
	Instead  string          `yaml:"instead,omitempty" jsonschema:"description=The accessible alternative where there is one"`
	Position source.Position `yaml:"-"`
}

// Version is another version of the report.
type Version struct {
	Version  string          `yaml:"version" jsonschema:"required,description=What it is such as Easy Read or Summary or Polish"`
	Language string          `yaml:"language,omitempty" jsonschema:"description=The tag (BCP 47) of the language of its name here where that is not English such as gd or pl"`
	URL      string          `yaml:"url,omitempty" jsonschema:"description=Where it is published"`
	How      string          `yaml:"how,omitempty" jsonschema:"description=How to get it where it is not on the web such as by post within ten days"`
	Position source.Position `yaml:"-"`
}

// accessibility checks what apr.yaml says of who can read the report.
func (c *configChecker) accessibility() {
	a := &c.config.Accessibility
	c.url("accessibility.statement", a.Statement)
	if a.NoneKnown && len(a.NotAccessible) > 0 {
		c.add("contradiction", "accessibility.none_known", "delete none_known, or the list",
			"none_known: true says that no part is known not to be accessible, and not_accessible lists %d", len(a.NotAccessible))
	}
	for i := range a.Versions {
		v := &a.Versions[i]
		path := yamlpos.Item("accessibility.versions", i)
		c.url(path+".url", v.URL)
		c.language(path+".language", &v.Language)
	}
}

// language checks the tag of a language where there is one, and writes it as BCP 47 does:
// gd-GB for gd_gb.
func (c *configChecker) language(path string, tag *string) {
	if strings.TrimSpace(*tag) == "" {
		return
	}
	t, err := language.Raw.Parse(strings.TrimSpace(*tag))
	if err != nil {
		c.add("unknown-value", path, "gd is Gaelic, pl Polish, ur Urdu, zh Chinese, bfi British Sign Language",
			"%q is not the tag of a language (BCP 47)", *tag)
		return
	}
	*tag = t.String()
}
