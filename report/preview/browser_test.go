package preview

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// toolsVariable names the folder with the accessibility checkers, as for the
// tests of report/render.
const toolsVariable = "APR_A11Y_TOOLS"

// TestInABrowser follows saves in Chromium: the page is loaded again where the
// reader was, problems appear above it and go, and axe finds nothing wrong with
// what is added.
func TestInABrowser(t *testing.T) {
	tools := os.Getenv(toolsVariable)
	if tools == "" {
		t.Skipf("not tried in a browser: %s isn't set to .ci/a11y, after npm ci in it", toolsVariable)
	}
	for _, needed := range []string{"preview.mjs", "node_modules/playwright-core/package.json", "node_modules/axe-core/axe.min.js"} {
		if _, err := os.Stat(filepath.Join(tools, filepath.FromSlash(needed))); err != nil {
			t.Fatalf("%s is set, and there is no browser to be driven: %v; run npm ci there", toolsVariable, err)
		}
	}
	for _, program := range []string{"node", "chromium"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%s is set, and %v", toolsVariable, err)
		}
	}
	p := start(t, small)
	p.built("the first build", "")
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	said, err := exec.CommandContext(ctx, "node", filepath.Join(tools, "preview.mjs"), p.address, p.path("narrative/opening.yaml")).CombinedOutput()
	t.Logf("%s", said)
	if err != nil {
		t.Error(err)
	}
}
