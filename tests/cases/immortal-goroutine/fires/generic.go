// Follow is called on any instance: the method of the generic type has no way out of its loop.
package cases

import "time"

type Latest[T any] struct {
	read  func() T
	value T
}

func (l *Latest[T]) follow() {
	for {
		l.value = l.read()
		time.Sleep(time.Second)
	}
}

func (l *Latest[T]) Follow() {
	go l.follow() // want immortal-goroutine "ollow"
}
