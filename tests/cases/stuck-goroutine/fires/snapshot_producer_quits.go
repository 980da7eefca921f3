// Run time: A snapshot's producer returns without an answer when the version is unknown: the caller waits for good.
package cases

import "fmt"

type snapshot struct {
	version int
	blob    []byte
}

type exporter struct {
	versions map[int][]byte
}

func (e *exporter) export(version int, out chan<- *snapshot) {
	blob, ok := e.versions[version]
	if !ok {
		fmt.Println("unknown version", version)
		return
	}
	out <- &snapshot{version, blob}
}

func (e *exporter) restore(version int) int {
	out := make(chan *snapshot)
	go e.export(version, out)
	s := <-out // want stuck-goroutine "nobody sends or closes any more"
	if s == nil {
		return -1
	}
	return len(s.blob)
}

func use() {
	e := &exporter{versions: map[int][]byte{1: []byte("abc")}}
	fmt.Println(e.restore(1))
	fmt.Println(e.restore(2))
}
