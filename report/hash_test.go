package report

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestInputsHashWhatIsOnlyPartlyRead(t *testing.T) {
	in := newInputs(fstest.MapFS{"a": {Data: []byte("abc")}}, nil, false)
	f, err := in.Open("a")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if l := in.list(); len(l) != 1 || l[0].Size != 3 || !strings.HasPrefix(l[0].SHA256, "ba7816bf") {
		t.Errorf("got %+v", l)
	}
}

func TestLocalPath(t *testing.T) {
	for written, want := range map[string]string{"data/a.xlsx": "data/a.xlsx", "./data//a.csv": "data/a.csv", "a/../b": "b", `data\a.csv`: "data/a.csv"} {
		if got, err := LocalPath(written); got != want || err != nil {
			t.Errorf("%s: got %s, %v", written, got, err)
		}
	}
	for _, written := range []string{"", ".", "/a", "../a", "a/../../b", `..\a`, `\\server\a`, "C:/a", `C:\a`} {
		if got, err := LocalPath(written); err == nil {
			t.Errorf("%s: got %s", written, got)
		}
	}
}
