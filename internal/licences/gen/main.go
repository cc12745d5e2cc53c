// Command gen writes the licences of everything that is linked into apr, on
// any of its platforms, to licences.txt.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	out := flag.String("o", "licences.txt", "file to write")
	flag.Parse()
	text, err := licences()
	if err == nil {
		err = os.WriteFile(*out, text, 0o666)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// platforms are those that apr is built for; some modules are of one alone.
var platforms = []string{"linux", "darwin", "windows"}

// module is a module that is linked in.
type module struct{ path, version, dir string }

// licences is the text of all licences, apr's own first.
func licences() ([]byte, error) {
	modules, err := linked()
	if err != nil {
		return nil, err
	}
	root, err := command("", "go", "list", "-m", "-f", "{{.Dir}}")
	if err != nil {
		return nil, err
	}
	goroot, err := command("", "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	all := []module{{path: "apr", dir: root}, {path: "The Go standard library", dir: goroot}}
	all = append(all, modules...)
	var b bytes.Buffer
	fmt.Fprintln(&b, "What apr is made of, and the licences that it may be passed on under.")
	for _, m := range all {
		texts, err := textsOf(m.dir)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", m.path, err)
		}
		fmt.Fprintf(&b, "\n%s\n%s\n", strings.Repeat("=", 79), strings.TrimSpace(m.path+" "+m.version))
		for _, t := range texts {
			fmt.Fprintf(&b, "%s\n%s\n", strings.Repeat("-", 79), t)
		}
	}
	return b.Bytes(), nil
}

// linked are the modules of every package that apr imports.
func linked() ([]module, error) {
	seen := map[module]bool{}
	for _, os := range platforms {
		const form = `{{with .Module}}{{if not .Main}}{{.Path}}|{{.Version}}|{{.Dir}}{{end}}{{end}}`
		lines, err := command(os, "go", "list", "-deps", "-f", form, "apr/cmd/apr")
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(lines) {
			if parts := strings.Split(strings.TrimSpace(line), "|"); len(parts) == 3 {
				seen[module{parts[0], parts[1], parts[2]}] = true
			}
		}
	}
	var all []module
	for m := range seen {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.path, b.path) })
	if len(all) == 0 {
		return nil, errors.New("no modules are linked in, which can't be")
	}
	return all, nil
}

// command runs a command for a platform and returns what it prints.
func command(goos, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if goos != "" {
		cmd.Env = append(cmd.Env, "GOOS="+goos, "GOARCH=amd64")
	}
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w", strings.Join(cmd.Args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}

// licenceName is what files with terms or notices are called.
var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|ofl)`)

// textsOf are the licence files of a module, in order of name.
func textsOf(dir string) (texts []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if e.IsDir() || !licenceName.MatchString(e.Name()) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		text := strings.TrimSpace(strings.ReplaceAll(string(data), "\r\n", "\n"))
		if !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("no licence in %s", dir)
	}
	return texts, nil
}
