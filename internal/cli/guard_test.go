package cli

import (
	"strings"
	"testing"

	"github.com/arabic-extract/extract/internal/batch"
	"github.com/arabic-extract/extract/internal/document"
)

func TestGuarded(t *testing.T) {
	made := 0
	worker := guarded(func() batch.Worker {
		made++
		return func(item *document.Item, out []byte) batch.Result {
			return batch.Result{Out: append(out, item.Data[1])} // out of range for a line of one byte
		}
	})
	var out []byte
	var failed []string
	for i, data := range []string{"ab", "x", "cd"} {
		result := worker(&document.Item{Path: "docs.jsonl", Line: i + 1, Data: []byte(data)}, nil)
		out = append(out, result.Out...)
		for _, err := range result.Errors {
			failed = append(failed, err.Error())
		}
	}
	if string(out) != "bd" || made != 2 {
		t.Errorf("out %q, %d workers", out, made)
	}
	if len(failed) != 1 || !strings.HasPrefix(failed[0], "docs.jsonl:2: internal error") {
		t.Errorf("errors %q", failed)
	}
}
