package org.matterledger.command.calendar;

import org.matterledger.command.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that the launcher sees of this feature. */
@Configuration(proxyBeanMethods = false)
class CalendarFeature {

    @Bean
    AggregateType<Calendar, CalendarState> calendarStreams() {
        return new AggregateType<>("calendar", Calendar.class, Calendar::new, CalendarState.class);
    }
}
