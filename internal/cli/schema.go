package cli

import (
	"io"

	"github.com/arabic-extract/extract/internal/record"
	"github.com/spf13/cobra"
)

func newSchema(s *streams) *cobra.Command {
	return &cobra.Command{
		Use: "schema", Short: "Print the JSON Schema of the records", Args: cobra.NoArgs,
		Example: "  extract schema > record.schema.json",
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(s.out, record.Schema)
			return err
		},
	}
}
