package prose

import (
	"fmt"
	"testing"
)

// Quotation marks of word processors hold a value as straight ones do.
func TestAttributes(t *testing.T) {
	for written, want := range map[string]string{
		`.spotlight title="Link workers"`:           "[. spotlight][title Link workers] -1",
		`.spotlight title=“Link workers”`:           "[. spotlight][title Link workers] -1",
		`.spotlight title=”Link workers”`:           "[. spotlight][title Link workers] -1",
		`.spotlight title=„Link workers“`:           "[. spotlight][title Link workers] -1",
		`.spotlight title=“Link workers"`:           "[. spotlight][title Link workers] -1",
		`.spotlight title="Link workers”`:           "[. spotlight][title Link workers] -1",
		`.spotlight title=‘Link workers’`:           "[. spotlight][title Link workers] -1",
		`.spotlight title=«Link workers»`:           "[. spotlight][title Link workers] -1",
		`.spotlight title=“Link workers” lang=“gd”`: "[. spotlight][title Link workers][lang gd] -1",
		`title=‘Jean’s way home’ lang=gd`:           "[title Jean’s way home][lang gd] -1",
		`title="Jean’s “way” home" lang=gd`:         "[title Jean’s “way” home][lang gd] -1",
		`title=“Sláinte”`:                           "[title Sláinte] -1",
		`title='Jean\'s "way" home'`:                `[title Jean's "way" home] -1`,
		`width=50% .left`:                           "[width 50%][. left] -1",
		`title=Carer’s`:                             "[title Carer’s] -1",
		`title=""`:                                  "[title ] -1",
		`title=“”`:                                  "[title ] -1",
		`title=Link workers`:                        "[title Link] 11",
		`title=“Link workers`:                       " 0",
		`title="a" b"`:                              "[title a] 10",
		`“Link workers”`:                            " 0",
	} {
		all, wrong := attributesIn([]byte(written), span{0, len(written)})
		got := ""
		for _, a := range all {
			got += fmt.Sprintf("[%s %s]", a.name, a.value)
		}
		if got += fmt.Sprintf(" %d", wrong); got != want {
			t.Errorf("%s: got %s, want %s", written, got, want)
		}
	}
}
