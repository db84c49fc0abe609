package cli

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestReadmeRecipes runs every line of README's recipe block and wants output without an error.
func TestReadmeRecipes(t *testing.T) {
	if _, err := exec.LookPath("jq"); err != nil {
		t.Skip("jq is not here")
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, found := strings.Cut(string(readme), "```sh recipes\n")
	if !found {
		t.Fatal("README has no block of recipes")
	}
	block, _, _ = strings.Cut(block, "```")
	ran := 0
	for _, line := range strings.Split(block, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		ran++
		var out, errOut bytes.Buffer
		cmd := exec.Command("bash", "-o", "pipefail", "-c", strings.Replace(line, "| head", "| sed -n 1,10p", 1))
		cmd.Dir, cmd.Stdout, cmd.Stderr = "../..", &out, &errOut
		if err := cmd.Run(); err != nil || out.Len() == 0 {
			t.Errorf("%s\n%v, %d bytes\n%s", line, err, out.Len(), errOut.String())
		}
	}
	if ran < 8 {
		t.Errorf("%d recipes ran, want 8 or more", ran)
	}
}

// TestReadmeRecord holds that the record which README shows is what the command beside it prints.
func TestReadmeRecord(t *testing.T) {
	if _, err := exec.LookPath("jq"); err != nil {
		t.Skip("jq is not here")
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(readme), "<!-- record:begin -->\n```json\n")
	want, _, ends := strings.Cut(rest, "```\n<!-- record:end -->")
	command := before[strings.LastIndex(before, "```sh\n")+len("```sh\n"):]
	command, _, _ = strings.Cut(command, "```")
	if !found || !ends {
		t.Fatal("README has no record")
	}
	got, err := exec.Command("bash", "-c", command).Output()
	if err != nil || string(got) != want {
		t.Errorf("%s prints\n%s\nREADME shows\n%s\n%v", command, got, want, err)
	}
}
