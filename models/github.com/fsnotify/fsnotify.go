//curfew:models 0

// A watcher keeps a goroutine, which feeds its channels, until it is closed; that closes both. Written from
// v1.10.1.
package fsnotify

const Create Op = 1

const Write Op = 2

const Remove Op = 4

const Rename Op = 8

const Chmod Op = 16

//curfew:starts until Close
//curfew:must-release result until Close
func NewBufferedWatcher(sz uint) (*Watcher, error)

//curfew:starts until Close
//curfew:must-release result until Close
func NewWatcher() (*Watcher, error)

type Event struct {
	Name string
	Op   Op
}

func (e Event) Has(op Op) bool

type Op uint32

func (o Op) Has(h Op) bool

type Watcher struct {
	Events chan Event
	Errors chan error
}

func (w *Watcher) Add(path string) error

//curfew:releases
func (w *Watcher) Close() error

func (w *Watcher) Remove(path string) error

func (w *Watcher) WatchList() []string
