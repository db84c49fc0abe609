package document

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

func defaults() Options {
	return Options{TextField: "text", IDField: "id", DateField: "date", Encoding: "auto", MaxBytes: 1000}
}

// readAll reads paths and returns a line for every document, warning and error.
func readAll(o Options, stdin string, paths ...string) []string {
	return gather(&Reader{Options: o, Stdin: strings.NewReader(stdin)}, paths...)
}

func gather(r *Reader, paths ...string) []string {
	var out []string
	r.Read(paths, func(item Item) bool {
		doc, warning, err := r.Decode(&item)
		if err != nil {
			out = append(out, "error "+err.Error())
			return true
		}
		if warning != nil {
			out = append(out, "warning "+warning.Error())
		}
		out = append(out, fmt.Sprintf("%s|%s|%s", doc.ID, doc.Date, doc.Text))
		return true
	})
	return out
}

func TestRead(t *testing.T) {
	lines := defaults()
	lines.Format = JSONL
	pointers := lines
	pointers.TextField, pointers.IDField, pointers.DateField = "/body/text", "/meta/a~1b", "when"
	utf16 := defaults()
	utf16.Encoding = "utf-16"
	tests := []struct {
		name  string
		o     Options
		stdin string
		want  []string
	}{
		{"text", defaults(), "سلام", []string{"-||سلام"}},
		{"bom", defaults(), "\xef\xbb\xbfسلام", []string{"-||سلام"}},
		{"utf-16 by mark", defaults(), "\xff\xfe\x33\x06\x44\x06", []string{"-||سل"}},
		{"utf-16 by flag", utf16, "\x33\x06\x44\x06", []string{"-||سل"}},
		{"windows-1256", defaults(), "\xd3\xe1\xc7\xe3", []string{"warning -: not UTF-8, read as windows-1256 (say --encoding to be sure)", "-||سلام"}},
		{"broken utf-8", defaults(), "سلام سلام \xd8 سلام", []string{"error -: not valid UTF-8 at byte 18"}},
		{"binary", defaults(), "ab\x00c", []string{"error -: binary file (it holds a zero byte)"}},
		{"empty", defaults(), "", []string{"error -: empty file"}},
		{"too large", defaults(), strings.Repeat("a", 1001), []string{"error -: document larger than 1000 bytes (see --max-bytes)"}},
		{"lines", lines, "{\"id\":\"a\",\"text\":\"x\",\"date\":\"2020-01-02\"}\r\n\n{\"text\":\"\\u0633 \\\"\"}", []string{"a|2020-01-02|x", "-:3||س \""}},
		{"line errors", lines, "{\"id\":1,\"text\":\"x\"}\n{broken\n[1]\n{\"id\":2}\n{\"text\":3}\n{\"text\":\"\"}", []string{"1||x", "error -:2: not valid JSON", "error -:3: not a JSON object",
			`error -:4: no text: field "text" is not there`, `error -:5: no text: field "text" is not a string`, "-:6||"}},
		{"broken line", lines, "{\"text\":\"\xd8\"}\n{\"text\":\"x\"}", []string{"error -:1: not valid UTF-8 at byte 9 of the line", "-:2||x"}},
		{"long line", lines, `{"text":"` + strings.Repeat("a", 2000) + `"}` + "\n" + `{"text":"x"}`, []string{"error -:1: document larger than 1000 bytes (see --max-bytes)", "-:2||x"}},
		{"pointers", pointers, `{"body":{"text":"x"},"meta":{"a/b":"id"},"when":"2020"}`, []string{"id|2020|x"}},
	}
	for _, test := range tests {
		if got := readAll(test.o, test.stdin, "-"); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
		if got := gather(&Reader{Options: test.o, Stdin: strings.NewReader(test.stdin), Reuse: true}, "-"); !slices.Equal(got, test.want) {
			t.Errorf("%s, in the memory of the line before:\n got %q\nwant %q", test.name, got, test.want)
		}
	}
}

// TestReuseOfLines holds that lines longer than the buffer, and those after them, are read as they are.
func TestReuseOfLines(t *testing.T) {
	o := defaults()
	o.Format, o.MaxBytes = JSONL, 1<<20
	var stdin strings.Builder
	for _, n := range []int{1, 300_000, 10, 200_000, 270_000, 20} {
		fmt.Fprintf(&stdin, "{\"text\":\"\\n%s\"}\n", strings.Repeat("x", n))
	}
	want := gather(&Reader{Options: o, Stdin: strings.NewReader(stdin.String())}, "-")
	if got := gather(&Reader{Options: o, Stdin: strings.NewReader(stdin.String()), Reuse: true}, "-"); !slices.Equal(got, want) || len(got) != 6 {
		t.Errorf("got %d documents, want the %d of lines that are kept", len(got), len(want))
	}
}

func TestReadFolder(t *testing.T) {
	dir := t.TempDir()
	put := func(name string, data []byte) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var z bytes.Buffer
	gz := gzip.NewWriter(&z)
	fmt.Fprint(gz, "zipped")
	gz.Close()
	zenc, _ := zstd.NewWriter(nil)
	put("b.txt", []byte("b"))
	put("a/c.txt", []byte("c"))
	put("d.txt.gz", z.Bytes())
	put("e.jsonl.zst", zenc.EncodeAll([]byte(`{"id":"e1","text":"e"}`), nil))
	put("f.gz.txt.gz", []byte("no gzip"))
	put("skipped.png", []byte("x"))
	put(".hidden.txt", []byte("x"))
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Skip(err)
	}
	got := readAll(defaults(), "", dir, filepath.Join(dir, "missing.txt"), filepath.Join(dir, "skipped.png"))
	for i := range got {
		got[i] = strings.ReplaceAll(got[i], dir+"/", "")
	}
	want := []string{"a/c.txt||c", "b.txt||b", "d.txt.gz||zipped", "e1||e", "error f.gz.txt.gz: not a gzip file: unexpected EOF",
		"error loop: symbolic link, not followed (name it to read it)", "error missing.txt: no such file or directory", "skipped.png||x"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestReadStops(t *testing.T) {
	r := Reader{Options: defaults(), Stdin: strings.NewReader("{}\n{}\n{}\n")}
	r.Format = JSONL
	n := 0
	r.Read([]string{"-", "nowhere"}, func(Item) bool { n++; return n < 2 })
	if n != 2 {
		t.Errorf("%d items after a stop at 2", n)
	}
}

func FuzzReadLines(f *testing.F) {
	f.Add([]byte("{\"text\":\"سلام\"}\n\xff\n{}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range []Format{Text, JSONL} {
			o := defaults()
			o.Format = format
			r := Reader{Options: o, Stdin: bytes.NewReader(data)}
			r.Read([]string{"-"}, func(item Item) bool {
				_, _, _ = o.Decode(&item)
				return true
			})
		}
	})
}
