package gazetteer

import (
	"bytes"
	"os"
	"testing"
)

// TestCompiledTablesAreCurrent fails when a table was changed and `go generate ./internal/gazetteer` was not run.
func TestCompiledTablesAreCurrent(t *testing.T) {
	x, err := Compile(os.DirFS("tables"))
	if err != nil {
		t.Fatal(err)
	}
	built := BuiltIn().Sections()
	for name, section := range x.Sections() {
		if !bytes.Equal(section, built[name]) {
			t.Errorf("compiled/%s.bin is not what the tables give: run go generate ./internal/gazetteer", name)
		}
	}
}
