package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/arabic-extract/extract/internal/dates"
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/names"
	"github.com/arabic-extract/extract/internal/topics"
	"github.com/spf13/cobra"
)

// Version is the release; the linker sets it.
var Version = "dev"

func newVersion(s *streams) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version and the identity of every embedded table", Args: cobra.NoArgs,
		Example: "  extract version",
		RunE:    func(*cobra.Command, []string) error { return runVersion(s) },
	}
}

func runVersion(s *streams) error {
	goVersion := "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		goVersion = info.GoVersion
	}
	x := gazetteer.BuiltIn()
	_, err := fmt.Fprintf(s.out, "extract %s\ngo %s\ngazetteer %s (%d entries)\nnames model %s\ndates %s\ntopics %s (IPTC Media Topics 2025-03-31)\n",
		Version, goVersion, x.Hash(), x.Len(), names.Hash(), dates.Hash(), topics.Hash())
	return err
}
