package gazetteer

import (
	"fmt"

	"github.com/arabic-extract/extract/internal/normalize"
)

// checkNames refuses what cannot be matched: no name at all, or a name without a letter.
func checkNames(names []Name) error {
	if len(names) == 0 {
		return fmt.Errorf("no name")
	}
	for _, name := range names {
		if normalize.Fold(name.Text) == "" {
			return fmt.Errorf("name %q has no letters", name.Text)
		}
	}
	return nil
}
