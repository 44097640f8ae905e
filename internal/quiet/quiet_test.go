package quiet_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/creack/pty"

	_ "collab/internal/quiet"
)

// The test runs itself as a program that imports bubbletea.
const child = "COLLAB_QUIET_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(child) != "" {
		fmt.Print("ready")
		tea.Quit()
		return
	}
	os.Exit(m.Run())
}

// On a terminal that never answers, bubbletea alone begins after five seconds.
func TestProgramBeginsAtOnceOnATerminalThatAnswersNothing(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := exec.Command(self)
	program.Env = append(os.Environ(), child+"=1", "TERM=xterm-256color", "COLORFGBG=")
	terminal, err := pty.StartWithSize(program, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	defer terminal.Close()
	start := time.Now()
	var got []byte
	for buffer := make([]byte, 1024); ; {
		n, err := terminal.Read(buffer)
		got = append(got, buffer[:n]...)
		if err != nil || bytes.Contains(got, []byte("ready")) {
			break
		}
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("began after %v", took)
	}
	if string(got) != "ready" {
		t.Errorf("wrote %q to the terminal", got)
	}
	_ = program.Wait()
}
