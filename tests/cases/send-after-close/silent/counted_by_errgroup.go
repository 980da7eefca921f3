// The group that started the senders is waited for.
package cases

import "golang.org/x/sync/errgroup"

func fetchAll(urls []string, get func(string) (int, error)) ([]int, error) {
	sizes := make(chan int, len(urls))
	var g errgroup.Group
	for _, u := range urls {
		g.Go(func() error {
			n, err := get(u)
			if err != nil {
				return err
			}
			sizes <- n
			return nil
		})
	}
	err := g.Wait()
	close(sizes)
	var all []int
	for n := range sizes {
		all = append(all, n)
	}
	return all, err
}
