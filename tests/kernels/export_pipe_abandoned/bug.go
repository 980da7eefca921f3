// An export writes into a pipe whose reading side returns at a bad header: the writer blocks for good.
// fails: leak
// rule: unread-pipe, abandoned-sender
// in: export
package main

import (
	"errors"
	"fmt"
	"io"
	"time"
)

type exporter struct {
	rows []string
}

func (e *exporter) encode(w io.Writer) error {
	for _, r := range e.rows {
		if _, err := io.WriteString(w, r+"\n"); err != nil {
			return err
		}
	}
	return nil
}

func (e *exporter) export() (int, error) {
	pr, pw := io.Pipe()
	go func() {
		pw.CloseWithError(e.encode(pw))
	}()
	head := make([]byte, 2)
	if _, err := io.ReadFull(pr, head); err != nil {
		return 0, err
	}
	if string(head) != "OK" {
		return 0, errors.New("bad header " + string(head))
	}
	n, err := io.Copy(io.Discard, pr)
	return int(n), err
}

func main() {
	e := &exporter{rows: []string{"NO", "row"}}
	fmt.Println(e.export())
	time.Sleep(10 * time.Millisecond)
}
