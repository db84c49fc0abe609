// Command generate compiles the gazetteer's tables into the sections that the program embeds.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/arabic-extract/extract/internal/gazetteer"
)

func main() {
	log.SetFlags(0)
	if err := run("tables", "compiled"); err != nil {
		log.Fatalf("generate: %v", err)
	}
}

func run(tables, out string) error {
	x, err := gazetteer.Compile(os.DirFS(tables))
	if err != nil {
		return err
	}
	for name, section := range x.Sections() {
		if err := os.WriteFile(filepath.Join(out, name+".bin"), section, 0o644); err != nil {
			return err
		}
		fmt.Printf("%-11s %9d bytes\n", name, len(section))
	}
	fmt.Printf("%d entries\n", x.Len())
	return nil
}
