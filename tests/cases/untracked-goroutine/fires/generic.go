// Shutdown is called: a method of the generic type starts writes that the type does not count.
package cases

import (
	"encoding/json"
	"os"
)

type Log[T any] struct{ file *os.File }

func (l *Log[T]) Append(entry T) {
	go l.append(entry) // want untracked-goroutine "append"
}

func (l *Log[T]) append(entry T) {
	line, err := json.Marshal(entry)
	if err != nil {
		return
	}
	l.file.Write(line)
}

func (l *Log[T]) Shutdown() error { return l.file.Close() }
