// At this level nothing is said about a body that is not seen: it may well end by itself.
package cases

type Boot struct{ stage int }

func preload()

func NewBoot() *Boot {
	b := &Boot{stage: 1}
	go preload()
	return b
}
