package shutdown

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

type spool struct {
	file    *os.File
	pending []string
}

func (s *spool) Close() error {
	for _, line := range s.pending {
		if _, err := s.file.WriteString(line); err != nil {
			return err
		}
	}
	return nil
}

func open(t *testing.T) (*os.File, *spool) {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "spool"))
	if err != nil {
		t.Fatal(err)
	}
	return file, &spool{file: file, pending: []string{"last line"}}
}

func written(t *testing.T, file *os.File) string {
	t.Helper()
	data, err := os.ReadFile(file.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestDefersInReverseOrderCloseTheFileFirst(t *testing.T) {
	file, s := open(t)
	var err error
	func() {
		defer func() { err = s.Close() }()
		defer file.Close()
	}()
	if !errors.Is(err, os.ErrClosed) || written(t, file) != "" {
		t.Errorf("got %v and %q", err, written(t, file))
	}
}

func TestDefersInConstructionOrderCloseItLast(t *testing.T) {
	file, s := open(t)
	var err error
	func() {
		defer file.Close()
		defer func() { err = s.Close() }()
	}()
	if err != nil || written(t, file) != "last line" {
		t.Errorf("got %v and %q", err, written(t, file))
	}
}

func TestCleanupsRunLastInFirstOut(t *testing.T) {
	file, s := open(t)
	var err error
	t.Run("misordered", func(t *testing.T) {
		t.Cleanup(func() { err = s.Close() })
		t.Cleanup(func() { file.Close() })
	})
	if !errors.Is(err, os.ErrClosed) {
		t.Errorf("got %v", err)
	}
}
