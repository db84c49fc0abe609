package batch

import (
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func lineID(line []byte) (string, error) {
	id, ok := strings.CutPrefix(strings.TrimSpace(string(line)), "id=")
	if !ok {
		return "", errors.New("no id")
	}
	return id, nil
}

func TestResumeCutsTheTornLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.jsonl")
	if err := os.WriteFile(path, []byte("id=a\nid=b\nid=a\nid=to"), 0o644); err != nil {
		t.Fatal(err)
	}
	out, done, err := ResumeOutput(path, lineID)
	if err != nil {
		t.Fatal(err)
	}
	if done["a"] != 2 || done["b"] != 1 || len(done) != 2 {
		t.Errorf("done %v, want a twice and b once", done)
	}
	if _, err := out.WriteString("id=torn\n"); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(false); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "id=a\nid=b\nid=a\nid=torn\n" {
		t.Errorf("file is %q", got)
	}
}

func TestResumeRefusesOtherFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(path, []byte("my notes\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, _, err := ResumeOutput(path, lineID); err == nil {
		t.Error("a file of something else is taken")
	}
	if got, _ := os.ReadFile(path); string(got) != "my notes\n" {
		t.Errorf("the file was changed to %q", got)
	}
}

func TestCreatedFileAppearsWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.jsonl.gz")
	out, err := CreateOutput(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := out.WriteString("record\n"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("the name is there before the file is whole")
	}
	if err := out.Close(true); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := io.ReadAll(z); string(got) != "record\n" {
		t.Errorf("file holds %q", got)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("%d files in the folder, want 1", len(left))
	}
}
