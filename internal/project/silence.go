package project

import (
	"cmp"
	"path"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Silence sets a rule of guidance or advice aside. The law can't be.
type Silence struct {
	Rule     string          `yaml:"rule" jsonschema:"required,description=The id of the rule such as R42-4-planned-date; apr rules lists them"`
	Reason   string          `yaml:"reason" jsonschema:"required,description=Why it is set aside; printed in the report"`
	File     string          `yaml:"file,omitempty" jsonschema:"description=The file whose findings are set aside such as narrative/regulation-3.yaml; every file when absent"`
	Key      string          `yaml:"key,omitempty" jsonschema:"description=The place in the file such as outcomes[2].assessment; the whole file when absent"`
	Position source.Position `yaml:"-"`
}

// Covers reports whether a silence may cover a finding at a position: it names no
// place, or one that the position is in.
func (s Silence) Covers(r *Project, at source.Position) bool {
	if s.File == "" {
		return s.Key == ""
	}
	if path.Clean(s.File) != at.File {
		return false
	}
	key := strings.TrimSpace(s.Key)
	if key == "" {
		return true
	}
	found := r.positionsOf(at.File).At(at)
	rest, below := strings.CutPrefix(found, key)
	return below && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// HasPlace reports whether the place that a silence names is there.
func (s Silence) HasPlace(r *Project) bool {
	if s.File == "" || s.Key == "" {
		return true
	}
	_, there := r.positionsOf(path.Clean(s.File))[strings.TrimSpace(s.Key)]
	return there
}

// positionsOf are the places of the values of apr.yaml or of a narrative file.
func (r *Project) positionsOf(file string) yamlpos.Positions {
	if file == ConfigFile {
		return r.Config.positions
	}
	if file == PeopleFile && r.People != nil {
		return r.People.positions
	}
	folder := path.Clean(cmp.Or(r.Config.Narrative, "narrative"))
	if path.Dir(file) != folder {
		return nil
	}
	return r.Narrative.positions[path.Base(file)]
}

// silence asks for a reason of words with each rule that is set aside. Whether there is
// such a rule, and whether it may be, is reported by the rules.
func (c *configChecker) silence() {
	for i, s := range c.config.Silence {
		const hint = "say why the rule is set aside; the report prints it"
		key := yamlpos.Item("silence", i) + ".reason"
		switch _, written := c.config.positions[key]; {
		case !written: // the decoder says so
		case strings.TrimSpace(s.Reason) == "":
			c.add("missing-value", key, hint, "reason is empty")
		case !isReason(s.Reason):
			c.add("missing-value", key, hint, "reason: %q says nothing", s.Reason)
		}
		if s.Key != "" && s.File == "" {
			c.add("missing-value", yamlpos.Item("silence", i)+".key", "write file next to it, such as file: narrative/regulation-3.yaml", "key is given without its file")
		}
	}
}

// word is one of three letters at least.
var word = lazyregexp.Lazy(`\pL{3,}`)

// noReason is what people write where a reason is asked for and they have none.
var noReason = lazyregexp.Lazy(`(?i)^(?:none|no reason|not needed|not required|not relevant|because|as agreed|agreed|noted|yes|okay|accepted|fine|ignore|ignored|silenced?|see above|as above)[.!]*$`)

// isReason reports whether a reason has a word and isn't a placeholder.
func isReason(s string) bool {
	return word().MatchString(s) && !IsStub(yamlpos.Text{Markdown: s}) && !noReason().MatchString(strings.TrimSpace(s))
}
