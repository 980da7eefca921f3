// app returns: the stops are kept as method values and called in the order of construction.
package cases

type Store struct{}

func OpenStore() *Store
func (s *Store) Close() error

type Queue struct{}

func NewQueue(s *Store) *Queue
func (q *Queue) Close() error

func app(work func(*Queue)) {
	store := OpenStore()
	closeStore := store.Close
	queue := NewQueue(store)
	closeQueue := queue.Close
	work(queue)
	closeStore() // want misordered-shutdown "tore"
	closeQueue()
}
