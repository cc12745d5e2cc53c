package licences

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A module that is added, or another version of one, has its licence printed.
func TestLicencesAreCurrent(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: the generator is built")
	}
	made := filepath.Join(t.TempDir(), "licences.txt")
	cmd := exec.Command("go", "run", "./gen", "-o", made)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want, err := os.ReadFile(made)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != Text {
		t.Error("licences.txt is stale: go generate ./internal/licences")
	}
}

func TestLicencesMayBeShipped(t *testing.T) {
	for _, name := range []string{"MIT License", "SIL OPEN FONT LICENSE", "Apache License", "Redistribution and use in source and binary forms"} {
		if !strings.Contains(Text, name) {
			t.Errorf("no %s", name)
		}
	}
	for _, name := range []string{"GNU GENERAL PUBLIC LICENSE", "GNU LESSER GENERAL PUBLIC LICENSE", "GNU AFFERO", "Server Side Public License", "Business Source License"} {
		if strings.Contains(strings.ToUpper(Text), strings.ToUpper(name)) {
			t.Errorf("the terms of the %s don't go with ours", name)
		}
	}
}
