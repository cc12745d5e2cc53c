package scaffold

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"apr/indicators"
	"apr/report/schema"
)

// TestEditorUnderstandsTheProject opens a new project in the YAML language
// server (npm package yaml-language-server, tried with 2.0.0), as an editor
// does: it finds the schemas by the first lines, has nothing to say against the
// files, and underlines an unknown key. The test is skipped where the server
// isn't installed.
func TestEditorUnderstandsTheProject(t *testing.T) {
	server, err := exec.LookPath("yaml-language-server")
	if err != nil {
		t.Skip("yaml-language-server isn't installed")
	}
	dir := filepath.Join(t.TempDir(), "project")
	falkirk, _, _ := indicators.FindAuthority("Falkirk")
	if _, err := Make(t.Context(), Options{Dir: dir, Authority: falkirk, Year: year, EasyRead: true}); err != nil {
		t.Fatal(err)
	}
	e := startEditor(t, server, dir)
	for _, name := range schema.Names() {
		file := "narrative/" + name + ".yaml"
		if name == "apr" || name == schema.Comments || name == "people" {
			file = name + ".yaml"
		}
		if name == schema.Comments { // which the first comment makes
			comments := "# yaml-language-server: $schema=.apr/schema/comments.json\ncomments:\n" +
				"  - {id: a1, text: opening.foreword, author: Isla Shaw, date: 2026-05-04 09:30, says: Say who they are.}\n"
			if err := os.WriteFile(filepath.Join(dir, file), []byte(comments), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		if got := e.open(file, string(data)); len(got) > 0 {
			t.Errorf("%s: %q", file, got)
		}
		e.close(file)
		if got := e.open(file, string(data)+"\nunknwon: 1\n"); len(got) != 1 || !strings.Contains(got[0], "unknwon is not allowed") {
			t.Errorf("%s with an unknown key: %q", file, got)
		}
		e.close(file)
	}
	for added, says := range map[string]string{
		everyBlock: "",
		strings.Replace(everyBlock, "reason:", "resaon:", 1):           "resaon is not allowed",
		strings.Replace(everyBlock, "cover_picture:", "coverpic:", 1):  "coverpic is not allowed",
		strings.Replace(everyBlock, "papers:", "paper:", 1):            "paper is not allowed",
		strings.Replace(everyBlock, "[red, worsening]", "[redd]", 1):   "red",
		strings.Replace(everyBlock, "levels: [board]", "levels: x", 1): "array",
	} {
		got := e.open("apr.yaml", firstLine(t, dir, "apr.yaml")+added)
		if said := strings.Join(got, "; "); (said == "") != (says == "") || !strings.Contains(said, says) {
			t.Errorf("with %s\nthe editor says %q; want %q", added, got, says)
		}
		e.close("apr.yaml")
	}
}

// everyBlock is an apr.yaml with what a new project doesn't have yet.
const everyBlock = `
authority: {name: Falkirk}
year: 2025/26
brand:
  name: Falkirk Health and Social Care Partnership
  logo: {file: logo.png, alt: Falkirk HSCP}
  colour: "#002d54"
  cover_picture: {file: cover.jpg, decorative: true}
board:
  meetings:
    - {date: 2026-06-19, papers: 2026-06-05}
measures:
  files: [data/measures.csv]
  escalate: [red, worsening]
  list:
    - {id: LM01, outcomes: [2, 9], levels: [board], target: 95}
silence:
  - rule: R42-4-planned-date
    reason: The board sets the day in June.
`

// firstLine is the line of a file that names its schema.
func firstLine(t *testing.T, dir, file string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(data), "\n")
	return line + "\n"
}

// editor is the client's side of the language server protocol, as far as the
// test needs it.
type editor struct {
	t         *testing.T
	dir       string
	mu        sync.Mutex
	in        io.Writer
	published chan diagnostics
	// version counts what was shown to the server.
	version int
	// ready is closed when the server has answered the first request.
	ready chan struct{}
}

type diagnostics struct {
	URI         string `json:"uri"`
	Diagnostics []struct {
		Message string `json:"message"`
	} `json:"diagnostics"`
}

func startEditor(t *testing.T, server, dir string) *editor {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), server, "--stdio")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // killed
	})
	e := &editor{t: t, dir: dir, in: in, published: make(chan diagnostics, 100), ready: make(chan struct{})}
	go e.read(bufio.NewReader(out))
	e.send("initialize", 1, map[string]any{
		"processId": os.Getpid(), "rootUri": "file://" + dir, "capabilities": map[string]any{"workspace": map[string]any{"configuration": true}},
		"initializationOptions": map[string]any{}, "workspaceFolders": []any{map[string]any{"uri": "file://" + dir, "name": "project"}},
	})
	select {
	case <-e.ready:
	case <-time.After(30 * time.Second):
		t.Fatal("the server doesn't answer")
	}
	e.send("initialized", 0, map[string]any{})
	e.send("workspace/didChangeConfiguration", 0, map[string]any{"settings": map[string]any{
		"yaml": map[string]any{"validate": true, "schemaStore": map[string]any{"enable": false}},
	}})
	return e
}

func (e *editor) send(method string, id int, params any) {
	message := map[string]any{"jsonrpc": "2.0", "method": method, "params": params}
	if id > 0 {
		message["id"] = id
	}
	e.write(message)
}

func (e *editor) write(message map[string]any) {
	data, err := json.Marshal(message)
	if err == nil {
		e.mu.Lock()
		defer e.mu.Unlock()
		_, err = fmt.Fprintf(e.in, "Content-Length: %d\r\n\r\n%s", len(data), data)
	}
	if err != nil {
		e.t.Errorf("writing to the server: %v", err)
	}
}

// read keeps the diagnostics that the server publishes.
func (e *editor) read(r *bufio.Reader) {
	for {
		head, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			return // the server has ended
		}
		length, err := strconv.Atoi(head.Get("Content-Length"))
		if err != nil {
			return
		}
		body := make([]byte, length)
		if _, err := io.ReadFull(r, body); err != nil {
			return
		}
		var message struct {
			ID     json.RawMessage `json:"id"`
			Method string          `json:"method"`
			Params struct {
				diagnostics
				Items []json.RawMessage `json:"items"`
			} `json:"params"`
		}
		if json.Unmarshal(body, &message) != nil {
			continue
		}
		switch {
		case message.Method == "textDocument/publishDiagnostics":
			e.published <- message.Params.diagnostics
		case message.Method == "" && string(message.ID) == "1":
			close(e.ready)
		case message.Method != "" && message.ID != nil:
			e.answer(message.ID, len(message.Params.Items))
		}
	}
}

// answer gives the server the settings that it asks for, the same for each of
// its sections, and nothing where it asks for something else.
func (e *editor) answer(id json.RawMessage, sections int) {
	settings := make([]any, sections)
	for i := range settings {
		settings[i] = map[string]any{"validate": true, "schemaStore": map[string]any{"enable": false}}
	}
	var result any
	if sections > 0 {
		result = settings
	}
	e.write(map[string]any{"jsonrpc": "2.0", "id": id, "result": result})
}

func (e *editor) uri(file string) string { return "file://" + e.dir + "/" + file }

// open shows a file to the server and returns what it has to say about it: what
// it says last, for it may begin with saying nothing.
func (e *editor) open(file, text string) (messages []string) {
	e.t.Helper()
	e.version++ // the server keeps what it knows of a version
	e.send("textDocument/didOpen", 0, map[string]any{"textDocument": map[string]any{
		"uri": e.uri(file), "languageId": "yaml", "version": e.version, "text": text,
	}})
	silence := time.After(30 * time.Second)
	answered := false
	for {
		select {
		case d := <-e.published:
			if d.URI != e.uri(file) {
				continue
			}
			for _, m := range d.Diagnostics {
				messages = append(messages, m.Message)
			}
			if len(messages) > 0 {
				return messages
			}
			answered, silence = true, time.After(time.Second)
		case <-silence:
			if !answered {
				e.t.Fatalf("%s: the server says nothing", file)
			}
			return nil
		}
	}
}

// close takes a file away.
func (e *editor) close(file string) {
	e.send("textDocument/didClose", 0, map[string]any{"textDocument": map[string]any{"uri": e.uri(file)}})
}
